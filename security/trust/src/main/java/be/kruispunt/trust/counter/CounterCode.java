package be.kruispunt.trust.counter;

import be.kruispunt.model.id.CodeId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.rights.SchemeCode;
import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * All that a code says: its holder has a right on these days.
 *
 * @param issuer the hub
 * @param right for what; a code is only made for who has it
 * @param from the first day, by the calendar of Brussels
 * @param until the last day
 * @param id its own number
 * @param index its place in the list of what was withdrawn
 * @param birthYear the year in which its holder was born, where he wants it to be told
 */
public record CounterCode(
        InstitutionId issuer,
        SchemeCode right,
        LocalDate from,
        LocalDate until,
        CodeId id,
        int index,
        OptionalInt birthYear) {
    /** Longer is no code. */
    static final int LONGEST = 1_024;

    static final String TYPE = "right+jwt";

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    public CounterCode {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("a code ends on its first day or later");
        }
        if (index < 0 || index >= WithdrawalList.SIZE) {
            throw new IllegalArgumentException("a place in the list is from 0 to " + (WithdrawalList.SIZE - 1));
        }
    }

    /** Signed: what is printed as a QR code. */
    public String signedBy(CounterKey key) {
        return key.signed(TYPE, claims());
    }

    boolean hasBegun(Instant now) {
        return !now.isBefore(begin());
    }

    boolean hasEnded(Instant now) {
        return !now.isBefore(end());
    }

    private Instant begin() {
        return from.atStartOfDay(BRUSSELS).toInstant();
    }

    /** The moment after its last one, as {@code exp} is (RFC 7519, 4.1.4). */
    private Instant end() {
        return until.plusDays(1).atStartOfDay(BRUSSELS).toInstant();
    }

    /** The names of RFC 7519 and of the Token Status List of the IETF, and two of our own. */
    private Map<String, Object> claims() {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", issuer.value());
        claims.put("right", right.value());
        birthYear.ifPresent(year -> claims.put("born", year));
        claims.put("nbf", begin().getEpochSecond());
        claims.put("exp", end().getEpochSecond());
        claims.put("jti", id.value());
        var place = new LinkedHashMap<String, Object>();
        place.put("idx", index);
        place.put("uri", WithdrawalList.uri(issuer));
        claims.put("status", Map.of("status_list", place));
        return claims;
    }

    static CounterCode of(Claims claims) throws ParseException {
        Claims list = claims.object("status").object("status_list");
        var issuer = InstitutionId.of(claims.text("iss"));
        if (!list.text("uri").equals(WithdrawalList.uri(issuer))) {
            throw new ParseException("the list of another", 0);
        }
        return new CounterCode(
                issuer,
                SchemeCode.of(claims.text("right")),
                day(claims.number("nbf")),
                day(claims.number("exp") - 1),
                CodeId.of(claims.text("jti")),
                Math.toIntExact(list.number("idx")),
                claims.has("born") ? OptionalInt.of(Math.toIntExact(claims.number("born"))) : OptionalInt.empty());
    }

    private static LocalDate day(long second) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(second), BRUSSELS);
    }
}
