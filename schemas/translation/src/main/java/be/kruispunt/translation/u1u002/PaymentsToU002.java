package be.kruispunt.translation.u1u002;

import be.kruispunt.documents.jaxb.blocks.Money;
import be.kruispunt.documents.jaxb.u002.LastEmployment;
import be.kruispunt.documents.jaxb.u002.Payment;
import be.kruispunt.documents.jaxb.u002.PaymentCode;
import be.kruispunt.documents.jaxb.u002.PaymentValue;
import be.kruispunt.documents.jaxb.u002.Payments;
import be.kruispunt.documents.jaxb.u002.WaivedRight;
import be.kruispunt.documents.jaxb.u1.LeaveCompensation;
import be.kruispunt.documents.jaxb.u1.OtherPayments;
import be.kruispunt.documents.jaxb.u1.Waiver;
import be.kruispunt.translation.report.Place;
import org.jspecify.annotations.Nullable;

/** Box 4: a box per kind of payment in U1, a list of coded payments in U002. */
final class PaymentsToU002 {
    /** What U002 says where U1 says yes and not which. */
    static final String RECEIVED = "Other benefits are received (U1, box 4.5)";

    private static final String YES = "U002 wants text: a fixed sentence says that benefits are received";
    private static final String NO = "U002 says which other benefits are received, and has no way to say that none are";

    private PaymentsToU002() {}

    static void map(@Nullable OtherPayments source, LastEmployment target, Place place) {
        if (source == null) {
            return;
        }
        Payments payments = new Payments();
        if (source.getWageUntil() != null) {
            Payment wage = add(PaymentCode.WAGES_AFTER_END, payments);
            at(payments, place)
                    .carry("4.1", "wageUntil", source.getWageUntil(), "receivedToDate", wage::setReceivedToDate);
        }
        compensation(source.getCompensationForEnd(), payments, place);
        leave(source.getCompensationForLeave(), payments, place);
        if (!payments.getPayment().isEmpty()) {
            target.setPayments(payments);
        }
        waiver(source.getWaiver(), target, place);
        Boolean receives = source.isReceivesOtherBenefits();
        if (Boolean.TRUE.equals(receives)) {
            target.setOtherBenefits(RECEIVED);
            place.changed("4.5", "receivesOtherBenefits", "otherBenefits", YES);
        } else {
            place.lose("4.5", "receivesOtherBenefits", receives, NO);
        }
    }

    private static Payment add(PaymentCode code, Payments payments) {
        PaymentValue value = new PaymentValue();
        value.setValue(code);
        Payment payment = new Payment();
        payment.setTypePayment(value);
        payments.getPayment().add(payment);
        return payment;
    }

    /** The place of the payment that was added last. */
    private static Place at(Payments payments, Place place) {
        return place.to("Payments/Payment[" + payments.getPayment().size() + ']');
    }

    private static void compensation(@Nullable Money source, Payments payments, Place place) {
        if (source != null) {
            Payment payment = add(PaymentCode.OTHER, payments);
            money("4.2", source, payment, at(payments, place).from("CompensationForEnd"));
        }
    }

    private static void leave(@Nullable LeaveCompensation source, Payments payments, Place holder) {
        if (source != null) {
            Payment payment = add(PaymentCode.UNTAKEN_LEAVE, payments);
            Money money = new Money();
            money.setAmount(source.getAmount());
            money.setCurrency(source.getCurrency());
            Place place = at(payments, holder).from("CompensationForLeave");
            money("4.3", money, payment, place);
            place.carry("4.3", "days", source.getDays(), "leaveDays", payment::setLeaveDays);
        }
    }

    private static void money(String box, Money source, Payment target, Place place) {
        place.carry(box, "amount", source.getAmount(), "amount", target::setAmount);
        place.carry(
                box,
                "currency",
                source.getCurrency(),
                "currency/value",
                value -> target.setCurrency(Values.currency(value)));
    }

    private static void waiver(@Nullable Waiver source, LastEmployment target, Place place) {
        if (source == null) {
            return;
        }
        WaivedRight waived = new WaivedRight();
        target.setWaivedRight(waived);
        if (source.getReason() == null) {
            place.account().carried("4.4", place.source() + "/Waiver", place.target() + "/WaivedRight");
        } else {
            place.carry("4.4.1", "Waiver/reason", source.getReason(), "WaivedRight/reason", waived::setReason);
        }
    }
}
