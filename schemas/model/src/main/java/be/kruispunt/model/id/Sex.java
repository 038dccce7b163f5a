package be.kruispunt.model.id;

/** What some states' personal identification numbers tell of their holder. */
public enum Sex {
    MALE,
    FEMALE;

    /** Of the many numbers in which an odd figure means a man. */
    static Sex ofOddForMen(int figure) {
        return figure % 2 == 1 ? MALE : FEMALE;
    }
}
