package be.kruispunt.exchange;

import be.kruispunt.model.message.Header;

/** What a message says of itself, and nobody has vouched for: good for finding its place, and for no decision. */
record ClaimedHeader(Header header) {}
