package be.kruispunt.rights;

import be.kruispunt.documents.folder.Fields;
import be.kruispunt.documents.folder.FolderRefused;
import be.kruispunt.documents.folder.Language;
import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.model.rights.StatusCode;
import be.kruispunt.model.rights.Validity;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the files of schemes, strictly: what is refused is named with its file, its place and a remedy. */
final class SchemeReader {
    private static final Pattern VERSION = Pattern.compile("\\d{4}(\\.\\d{1,2})?");
    private static final Pattern MONTH_DAY = Pattern.compile("\\d{2}-\\d{2}");
    private static final long MOST_KEPT = 30 * 12;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
    private static final Set<String> KEYS = Set.of(
            "scheme",
            "version",
            "valid",
            "names",
            "legal",
            "sourced",
            "readings",
            "judged",
            "grant",
            "keep",
            "lines",
            "counter");
    private static final Set<String> LINE_KEYS =
            Set.of("line", "basis", "statuses", "whose", "automatic", "age-from", "age-below", "counts-from");

    private final List<SchemeShelf> shelves;
    private final Map<StatusCode, StatusKind> statuses = new TreeMap<>();

    SchemeReader(List<SchemeShelf> shelves) {
        this.shelves = shelves;
    }

    Schemes read() {
        shelves.stream().filter(SchemeShelf::hasStatuses).forEach(this::statuses);
        var schemes = new ArrayList<Scheme>();
        var files = new HashMap<Scheme, String>();
        for (SchemeShelf shelf : shelves) {
            for (String file : shelf.files()) {
                Scheme scheme = scheme(Fields.of(shelf.read(file), shelf.named(file)), file);
                requireApart(scheme, shelf.named(file), files);
                files.put(scheme, shelf.named(file));
                schemes.add(scheme);
            }
        }
        schemes.sort(Comparator.comparing(Scheme::code)
                .thenComparing(scheme -> scheme.valid().from()));
        return new Schemes(statuses, schemes);
    }

    private void statuses(SchemeShelf shelf) {
        Fields all = Fields.of(shelf.statuses(), shelf.statusesFile());
        for (String key : all.keys()) {
            Fields fields = all.map(key);
            fields.requireOnly(Set.of("names", "sectors"));
            StatusCode code = value(all, key, key, StatusCode::of);
            if (statuses.containsKey(code)) {
                throw all.refuse(key, "this status is there already", "give yours another code");
            }
            var sectors = new HashSet<Integer>();
            fields.required("sectors").forEach(sector -> sectors.add(number(fields, "sectors", sector)));
            statuses.put(code, new StatusKind(code, names(fields), sectors));
        }
    }

    /** Two versions of a scheme are never in force on one day. */
    private static void requireApart(Scheme scheme, String file, Map<Scheme, String> others) {
        others.forEach((other, otherFile) -> {
            if (other.code().equals(scheme.code())
                    && (other.version().equals(scheme.version())
                            || other.valid().and(scheme.valid()).isPresent())) {
                throw FolderRefused.of(
                        file,
                        "its version or its period overlaps that of " + otherFile,
                        "give the version another number, and a period of its own");
            }
        });
    }

    private Scheme scheme(Fields fields, String file) {
        fields.requireOnly(KEYS);
        List<SchemeLine> lines = lines(fields);
        SchemeCode code = value(fields, "scheme", fields.text("scheme"), SchemeCode::of);
        String version = matching(fields, "version", VERSION, "a year, such as 2023 or 2023.2");
        String named = code.value().toLowerCase(Locale.ROOT).replace('_', '-') + '/' + version + ".yaml";
        if (!file.equals(named)) {
            throw fields.refuse("scheme", "not what the file is named after", "name the file " + named);
        }
        return new Scheme(
                code,
                version,
                valid(fields),
                names(fields),
                fields.required("legal"),
                fields.texts("sourced"),
                fields.texts("readings"),
                grant(fields),
                fields.find("keep").map(text -> keep(fields, text)).orElse(Scheme.KEPT),
                lines,
                counter(fields, lines));
    }

    private static Validity valid(Fields fields) {
        Fields valid = fields.map("valid");
        valid.requireOnly(Set.of("from", "until"));
        LocalDate from = value(valid, "from", valid.text("from"), LocalDate::parse);
        Optional<LocalDate> until = valid.find("until").map(day -> value(valid, "until", day, LocalDate::parse));
        return value(fields, "valid", "", any -> new Validity(from, until));
    }

    private static Map<Language, String> names(Fields fields) {
        Fields said = fields.map("names");
        var names = new EnumMap<Language, String>(Language.class);
        for (Language language : Language.values()) {
            names.put(language, said.text(language.code()));
        }
        said.requireOnly(names.keySet().stream().map(Language::code).collect(Collectors.toSet()));
        return names;
    }

    private static Grant grant(Fields fields) {
        if (fields.has("judged") == fields.has("grant")) {
            throw fields.refuse("grant", "either judged or grant is wanted", "write one of them");
        }
        if (fields.has("judged")) {
            String day = matching(fields, "judged", MONTH_DAY, "a month and a day, such as 01-01");
            return new Grant.Judged(value(fields, "judged", "--" + day, MonthDay::parse));
        }
        Fields grant = fields.map("grant");
        grant.requireOnly(Set.of("from", "until", "most-years"));
        return new Grant.Counted(
                word(grant, "from", Grant.From.class),
                word(grant, "until", Grant.Until.class),
                number(grant, "most-years"));
    }

    private static Period keep(Fields fields, String text) {
        Period keep = value(fields, "keep", text, Period::parse);
        if (keep.isNegative() || keep.toTotalMonths() < 1 || keep.toTotalMonths() > MOST_KEPT) {
            throw fields.refuse("keep", "answers are kept for a month at least, and for 30 years at most", "write P5Y");
        }
        return keep;
    }

    private List<SchemeLine> lines(Fields fields) {
        List<SchemeLine> lines = fields.each("lines").stream().map(this::line).toList();
        if (lines.isEmpty()) {
            throw fields.refuse("lines", "there is no line", "add one");
        }
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).number() <= lines.get(i - 1).number()) {
                throw fields.refuse("lines", "the numbers of the lines do not rise", "put them in order");
            }
        }
        return lines;
    }

    private SchemeLine line(Fields fields) {
        fields.requireOnly(LINE_KEYS);
        var codes = new HashSet<StatusCode>();
        for (String text : fields.required("statuses")) {
            StatusCode code = value(fields, "statuses", text, StatusCode::of);
            if (!statuses.containsKey(code)) {
                throw fields.refuse("statuses", "there is no status " + code, "correct it, or add it to statuses.yaml");
            }
            codes.add(code);
        }
        return new SchemeLine(
                number(fields, "line", fields.text("line")),
                codes,
                word(fields, "whose", Whose.class),
                fields.find("automatic").map(word -> automatic(fields, word)).orElse(true),
                new Age(number(fields, "age-from"), number(fields, "age-below")),
                fields.find("counts-from").map(day -> value(fields, "counts-from", day, LocalDate::parse)),
                fields.text("basis"));
    }

    /** A code of a right that one status alone gives would tell that status. */
    private static boolean counter(Fields fields, List<SchemeLine> lines) {
        Optional<String> word = fields.find("counter");
        if (word.isPresent() && !word.get().equals("yes")) {
            throw fields.refuse("counter", "only yes is written here", "leave the key out, or write yes");
        }
        if (word.isPresent()
                && lines.stream()
                                .filter(SchemeLine::automatic)
                                .flatMap(line -> line.statuses().stream())
                                .distinct()
                                .count()
                        == 1) {
            throw fields.refuse(
                    "counter", "one status alone gives this right, and a code would tell it", "leave the key out");
        }
        return word.isPresent();
    }

    private static boolean automatic(Fields fields, String word) {
        if (!word.equals("no")) {
            throw fields.refuse("automatic", "only no is written here", "leave the key out, or write no");
        }
        return false;
    }

    private static OptionalInt number(Fields fields, String key) {
        return fields.find(key)
                .map(text -> OptionalInt.of(number(fields, key, text)))
                .orElse(OptionalInt.empty());
    }

    private static int number(Fields fields, String key, String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw fields.refuse(key, "a number wanted", "write digits");
        }
        return Integer.parseInt(text);
    }

    private static <E extends Enum<E>> E word(Fields fields, String key, Class<E> type) {
        String text = fields.text(key);
        for (E each : type.getEnumConstants()) {
            if (written(each).equals(text)) {
                return each;
            }
        }
        throw fields.refuse(
                key,
                "there is no " + text + " here",
                "write one of "
                        + String.join(
                                ", ",
                                List.of(type.getEnumConstants()).stream()
                                        .map(SchemeReader::written)
                                        .toList()));
    }

    /** As a word stands in the files: {@code end-of-year}. */
    static String written(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String matching(Fields fields, String key, Pattern shape, String wanted) {
        String text = fields.text(key);
        if (!shape.matcher(text).matches()) {
            throw fields.refuse(key, "no " + key, "write " + wanted);
        }
        return text;
    }

    private static <T> T value(Fields fields, String key, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (DateTimeException e) {
            throw fields.refuse(key, "no day", "write it as 2026-01-31");
        } catch (IllegalArgumentException e) {
            throw fields.refuse(key, String.valueOf(e.getMessage()), "correct it");
        }
    }
}
