package be.kruispunt.buffer.file;

import java.io.IOException;
import java.util.Set;
import java.util.UUID;

/** Long work on what came in, a little at a time. */
interface Work {
    /** The numbers of what is under way: the hub's copies of their files are needed. */
    Set<UUID> open();

    /**
     * Does a little of all that is under way. What breaks one holds up none of the others.
     *
     * @return whether there is more to do at once
     */
    boolean step();

    /** Gives the result again that was given under this number, if it is this work's and is there. */
    void again(UUID number) throws IOException;
}
