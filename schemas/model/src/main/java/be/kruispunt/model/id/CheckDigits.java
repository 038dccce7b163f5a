package be.kruispunt.model.id;

/** The two public check-digit methods of the Luxembourg matricule. */
final class CheckDigits {
    /** Multiplication table of the dihedral group D5 (Verhoeff 1969). */
    private static final String[] D5 = {
        "0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
        "5987604321", "6598710432", "7659821043", "8765932104", "9876543210"
    };

    private static final String[] PERMUTATION = {
        "0123456789", "1576283094", "5803796142", "8916043527", "9453126870", "4286573901", "2793806415", "7046913258"
    };
    private static final String INVERSE = "0432156789";

    private CheckDigits() {}

    static int luhn(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted / 10 + weighted % 10;
        }
        return (10 - sum % 10) % 10;
    }

    static int verhoeff(String body) {
        int check = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            int permuted = PERMUTATION[(i + 1) % 8].charAt(digit) - '0';
            check = D5[check].charAt(permuted) - '0';
        }
        return INVERSE.charAt(check) - '0';
    }
}
