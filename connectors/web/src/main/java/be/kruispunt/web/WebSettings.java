package be.kruispunt.web;

import be.kruispunt.trust.TlsMaterial;

/**
 * Where the door listens, and as whom.
 *
 * @param host a name or an address of this machine
 * @param port 0 for a free one, see {@link WebDoor#port()}
 * @param tls the hub's own key, and the authorities that callers' certificates are issued under
 */
public record WebSettings(String host, int port, TlsMaterial tls, Bounds bounds) {
    public WebSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port from 0 to 65535 wanted");
        }
    }
}
