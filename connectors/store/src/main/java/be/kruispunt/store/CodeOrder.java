package be.kruispunt.store;

import be.kruispunt.model.id.AnswerId;
import be.kruispunt.model.id.CodeId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.SchemeCode;
import java.time.LocalDate;

/**
 * A code that is to be made for a person.
 *
 * @param id its number
 * @param answer with which it was told
 * @param from the first day on which it counts
 * @param until the last one: the right must stand up to it
 */
public record CodeOrder(CodeId id, AnswerId answer, Insz person, SchemeCode scheme, LocalDate from, LocalDate until) {
    @Override
    public String toString() {
        return "code " + id;
    }
}
