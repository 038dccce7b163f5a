package be.kruispunt.broker;

import be.kruispunt.broker.guard.TryAgainLater;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.trust.NotTrusted;
import be.kruispunt.trust.Purpose;
import be.kruispunt.trust.RevocationUnknown;
import be.kruispunt.trust.TrustStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Principal;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Predicate;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnection;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.RolePrincipal;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.apache.activemq.artemis.utils.CertificateUtil;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is who at the broker. From the network the certificate decides, and nothing else: a user name or password that a
 * client sends is not looked at. Inside this process the hub shows a secret that was made when the broker started.
 * The certificate is checked once per connection, when it opens.
 */
final class CertificateSecurity implements ActiveMQSecurityManager5 {
    private static final Logger LOG = LoggerFactory.getLogger(CertificateSecurity.class);

    /** The role, and in this process the user name, of the hub. */
    static final String HUB = "hub";

    private final TrustStore trust;
    private final Predicate<InstitutionId> known;
    private final InstitutionId hub;
    private final String secret;
    /** Artemis asks before each send; its own cache goes by the certificate's subject name. */
    private final Map<RemotingConnection, Subject> checked = Collections.synchronizedMap(new WeakHashMap<>());

    CertificateSecurity(TrustStore trust, Predicate<InstitutionId> known, InstitutionId hub, String secret) {
        this.trust = trust;
        this.known = known;
        this.hub = hub;
        this.secret = secret;
    }

    @Override
    public @Nullable Subject authenticate(
            @Nullable String user, @Nullable String password, RemotingConnection connection, @Nullable String domain) {
        if (connection.getTransportConnection() instanceof InVMConnection) {
            return HUB.equals(user) && isSecret(password) ? subject(HUB) : null;
        }
        Subject before = checked.get(connection);
        if (before != null) {
            return before;
        }
        Subject subject = fromCertificate(connection);
        if (subject != null) {
            checked.put(connection, subject);
        }
        return subject;
    }

    private @Nullable Subject fromCertificate(RemotingConnection connection) {
        X509Certificate[] chain = CertificateUtil.getCertsFromConnection(connection);
        if (chain == null || chain.length == 0) {
            return null;
        }
        try {
            InstitutionId institution =
                    trust.check(chain[0], Purpose.TLS_CLIENT, Instant.now()).institution();
            if (institution.equals(hub)) {
                return subject(HUB);
            }
            if (known.test(institution)) {
                return subject(institution.value());
            }
            LOG.warn("refused a connection: {} has no queues here", institution);
        } catch (NotTrusted e) {
            LOG.warn("refused a connection: certificate {}: {}", chain[0].getSerialNumber(), e.getMessage());
        } catch (RevocationUnknown e) {
            LOG.warn("put off a connection: certificate {}: {}", chain[0].getSerialNumber(), e.getMessage());
            throw new TryAgainLater("it cannot be told now whether a certificate is revoked; connect again later");
        }
        return null;
    }

    private boolean isSecret(@Nullable String password) {
        return password != null
                && MessageDigest.isEqual(
                        password.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }

    private static Subject subject(String name) {
        return new Subject(
                true, Set.<Principal>of(new UserPrincipal(name), new RolePrincipal(name)), Set.of(), Set.of());
    }

    @Override
    public boolean authorize(@Nullable Subject subject, Set<Role> roles, CheckType check, String address) {
        return subject != null
                && subject.getPrincipals(RolePrincipal.class).stream().anyMatch(own -> roles.stream()
                        .anyMatch(role -> check.hasRole(role) && role.getName().equals(own.getName())));
    }

    /** The older forms know neither the connection nor the certificate. */
    @Override
    public boolean validateUser(String user, String password) {
        return false;
    }

    @Override
    public boolean validateUserAndRole(String user, String password, Set<Role> roles, CheckType check) {
        return false;
    }
}
