package be.kruispunt.hub;

import be.kruispunt.hub.text.ShellLine;
import be.kruispunt.store.StoreInUse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.List;

/**
 * What a start needs of its folder and its machine, looked at before the first part is started: what is missing is said
 * at once and by its name, and not as the fifth cause of something else.
 */
final class BeforeStart {
    private static final List<String> KEY_FILES = List.of(
            "trust.p12",
            "trust.p12.password",
            "hub/sign.p12",
            "hub/sign.p12.password",
            "hub/tls.p12",
            "hub/tls.p12.password");

    private BeforeStart() {}

    /**
     * Looks.
     *
     * @throws UnfitFolder when a file is missing, or is not the hub's alone
     * @throws Settings.Invalid when a host is no address of this machine's name service, or both doors would have one port
     * @throws StoreInUse when a hub runs on the folder already: its port would be the next thing that is taken
     * @throws UncheckedIOException when the port cannot be had
     */
    static void check(Settings settings, DataFolder data) {
        try {
            data.requireProtected();
            settings.store(data).requireFree();
            data.requireKeys(KEY_FILES.stream().map(data.trust()::resolve).toList());
            if (settings.brokerUrl().isEmpty()) {
                requirePlace("amqp", settings.amqpHost(), settings.amqpPort(), data);
            }
            if (settings.webPort().isPresent()) {
                requireOwnPort(settings, data);
                requirePlace("web", settings.webHost(), settings.webPort().get(), data);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder " + data.root() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void requireOwnPort(Settings settings, DataFolder data) {
        int port = settings.webPort().orElse(0);
        if (settings.brokerUrl().isEmpty() && port != 0 && port == settings.amqpPort()) {
            throw new Settings.Invalid("web.port: " + port + " is also amqp.port; give one of them another port in "
                    + ShellLine.quoted(data.settings()));
        }
    }

    /** Whoever takes the place between this look and the broker's start is told of later, in the broker's words. */
    private static void requirePlace(String door, String host, int port, DataFolder data) {
        InetAddress address;
        try {
            address = InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new Settings.Invalid(door + ".host: nobody knows the name " + host
                    + "; take a name or an address of this machine, or 0.0.0.0 for all");
        }
        var place = new InetSocketAddress(address, port);
        try (var socket = new ServerSocket()) {
            socket.bind(place);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the hub cannot listen on " + host + " port " + port + " (" + e.getMessage()
                            + "): another program, or another hub, may have it; end that one, or change " + door
                            + ".host and "
                            + door + ".port in " + ShellLine.quoted(data.settings()),
                    e);
        }
    }
}
