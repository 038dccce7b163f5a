package be.kruispunt.hub.demo;

import static be.kruispunt.hub.sample.DemonstrationRegister.LEISURE;
import static be.kruispunt.hub.sample.DemonstrationRegister.MUNICIPALITY;

import be.kruispunt.hub.Counter;
import be.kruispunt.model.rights.AskedPerson;
import be.kruispunt.model.rights.CodeReply;
import be.kruispunt.model.rights.CodeRequest;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.IssuedCode;
import be.kruispunt.model.rights.RightsQuestion;
import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.trust.counter.CodeCheck;
import be.kruispunt.trust.counter.CodeCheck.Checked;
import be.kruispunt.trust.counter.CodeRefusal;
import be.kruispunt.trust.counter.CounterKeys;
import be.kruispunt.trust.counter.NotBelieved;
import be.kruispunt.trust.counter.WithdrawalList;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A right that is carried: the municipality makes a code, and a museum without a connection believes it, or does not. */
final class CounterStory {
    private static final SchemeCode PASS = SchemeCode.of("MUNICIPAL_LEISURE_PASS");
    private static final String MUSEUM = "the museum";

    private final Counter counter;
    private final Account account;

    CounterStory(Counter counter, Account account) {
        this.counter = counter;
        this.account = account;
    }

    /** Of a customer of the municipality who has the right. */
    void tell(CustomerReference customer) {
        var question = new RightsQuestion(
                MUNICIPALITY,
                PASS,
                LEISURE,
                counter.today(),
                List.of(new AskedPerson.ByReference(customer)),
                "the demonstration");
        Optional<IssuedCode> code =
                counter.issue().issue(new CodeRequest(question, false)) instanceof CodeReply.Answered answered
                        ? answered.code()
                        : Optional.empty();
        if (code.isEmpty()) {
            account.says(MUNICIPALITY.value(), "no code was made", false);
            return;
        }
        account.says(
                MUNICIPALITY.value(),
                "a code for its customer: " + code.get().id() + ", until "
                        + code.get().until(),
                true);
        atTheMuseum(code.get());
    }

    private void atTheMuseum(IssuedCode code) {
        CounterKeys keys = counter.keys();
        WithdrawalList ofTheMorning = list(keys);
        Instant now = Instant.now();
        shown(check(keys, ofTheMorning, code.text(), now), Optional.empty());
        shown(check(keys, ofTheMorning, altered(code.text()), now), Optional.of(CodeRefusal.FORGED));
        shown(check(keys, ofTheMorning, code.text(), now.plus(Duration.ofDays(366))), Optional.of(CodeRefusal.EXPIRED));
        account.says(MUNICIPALITY.value(), "its customer lost the paper: the code is withdrawn", true);
        counter.codes().withdraw(code.id(), MUNICIPALITY.value());
        shown(check(keys, list(keys), code.text(), now), Optional.of(CodeRefusal.WITHDRAWN));
    }

    /** A character of the signature. */
    private static String altered(String text) {
        int at = text.length() - 10;
        return text.substring(0, at) + (text.charAt(at) == 'A' ? 'B' : 'A') + text.substring(at + 1);
    }

    private WithdrawalList list(CounterKeys keys) {
        try {
            return WithdrawalList.read(counter.withdrawals().list(), keys);
        } catch (NotBelieved e) {
            throw new IllegalStateException(e);
        }
    }

    private static Checked check(CounterKeys keys, WithdrawalList list, String text, Instant now) {
        return new CodeCheck(keys, Optional.of(list), Optional.of(PASS)).check(text, now);
    }

    private void shown(Checked checked, Optional<CodeRefusal> expected) {
        switch (checked) {
            case Checked.Valid(var code) ->
                account.says(MUSEUM, "valid: " + code.right() + " until " + code.until(), expected.isEmpty());
            case Checked.Refused(var reason) ->
                account.says(
                        MUSEUM,
                        "not valid: " + reason.meaning(),
                        expected.filter(reason::equals).isPresent());
        }
    }
}
