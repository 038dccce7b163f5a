package be.kruispunt.access;

/** Where an institution stands: around the hub, behind a management institution, or abroad. */
public enum Network {
    PRIMARY,
    SECONDARY,
    FOREIGN
}
