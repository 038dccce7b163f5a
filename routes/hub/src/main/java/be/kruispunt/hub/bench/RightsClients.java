package be.kruispunt.hub.bench;

import be.kruispunt.hub.DataFolder;
import be.kruispunt.hub.sample.population.PopulationRegister;
import be.kruispunt.hub.text.Lines;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.trust.TrustFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Suppliers that ask over HTTP, in a process of their own. Each connection asks again as soon as it is answered. Says {@link #ANSWERED}
 * with what they saw.
 */
public final class RightsClients {
    static final String ANSWERED = "rights-answered ";

    private static final int SMALL_PER_SUPPLIER = 16;
    private static final int LARGE_PER_SUPPLIER = 4;

    /** As many connections of each supplier as it has questions about so many persons answered at the same time. */
    static int perSupplier(int persons) {
        return persons == 1 ? SMALL_PER_SUPPLIER : LARGE_PER_SUPPLIER;
    }

    /**
     * What the process is told when it starts.
     *
     * @param persons in one question
     */
    record Arguments(Path folder, int port, int persons, int seconds, LocalDate day) {
        List<String> words() {
            return Stream.of(folder, port, persons, seconds, day)
                    .map(Object::toString)
                    .toList();
        }

        static Arguments of(String[] words) {
            return new Arguments(
                    Path.of(words[0]),
                    Integer.parseInt(words[1]),
                    Integer.parseInt(words[2]),
                    Integer.parseInt(words[3]),
                    LocalDate.parse(words[4]));
        }
    }

    private final Arguments arguments;

    private RightsClients(Arguments arguments) {
        this.arguments = arguments;
    }

    /** {@code words}: those of {@link Arguments}. */
    public static void main(String[] words) throws IOException, InterruptedException {
        new RightsClients(Arguments.of(words))
                .run(new Lines(new PrintWriter(System.out, true, StandardCharsets.UTF_8)));
    }

    private void run(Lines out) throws IOException, InterruptedException {
        var callers = new ArrayList<Caller>();
        for (InstitutionId supplier : PopulationRegister.suppliers()) {
            List<RightsKeys.Key> keys = RightsKeys.read(arguments.folder(), supplier);
            SSLContext tls = new TrustFolder(new DataFolder(arguments.folder()).trust())
                    .tls(supplier)
                    .sslContext();
            for (int i = 0; i < perSupplier(arguments.persons()); i++) {
                callers.add(new Caller(supplier, keys, tls, new SplittableRandom(callers.size())));
            }
        }
        Duration time = Duration.ofSeconds(arguments.seconds());
        try {
            out.print(ANSWERED + ClosedLoop.measure(time, time, callers).words());
        } finally {
            callers.forEach(Caller::close);
        }
    }

    /** One connection. It is opened by its first question: the door closes one that nothing comes on. */
    private final class Caller implements Stopwatch.Turn, AutoCloseable {
        private final InstitutionId supplier;
        private final List<RightsKeys.Key> keys;
        private final SSLContext tls;
        private final SplittableRandom random;
        private @Nullable QuestionConnection connection;

        Caller(InstitutionId supplier, List<RightsKeys.Key> keys, SSLContext tls, SplittableRandom random) {
            this.supplier = supplier;
            this.keys = keys;
            this.tls = tls;
            this.random = random;
        }

        @Override
        public void run() throws IOException {
            if (connection == null) {
                connection = new QuestionConnection(tls, arguments.port());
            }
            connection.ask(question(supplier, keys, random), arguments.persons());
        }

        @Override
        public void close() {
            if (connection != null) {
                connection.close();
            }
        }
    }

    private String question(InstitutionId supplier, List<RightsKeys.Key> keys, SplittableRandom random) {
        return Stream.generate(() -> keys.get(random.nextInt(keys.size())))
                .limit(arguments.persons())
                .map(key -> "{\"customerReference\":\"" + key.reference() + "\"}")
                .collect(Collectors.joining(
                        ",",
                        "{\"scheme\":\"" + PopulationRegister.scheme(supplier) + "\",\"legalContext\":\""
                                + PopulationRegister.purpose(supplier) + "\",\"day\":\"" + arguments.day()
                                + "\",\"customers\":[",
                        "]}"));
    }
}
