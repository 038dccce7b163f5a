package be.kruispunt.hub.kill;

import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.InstitutionId;

/** A message as its sender keeps it: the very bytes, so that it can send them again. */
@SuppressWarnings("ArrayRecordComponent") // signed bytes, passed on as they are
record Signed(InstitutionId sender, InstanceId instance, byte[] xml, Digest digest) {}
