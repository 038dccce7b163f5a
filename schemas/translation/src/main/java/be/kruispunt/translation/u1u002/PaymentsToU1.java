package be.kruispunt.translation.u1u002;

import be.kruispunt.documents.jaxb.blocks.Money;
import be.kruispunt.documents.jaxb.u002.LastEmployment;
import be.kruispunt.documents.jaxb.u002.Payment;
import be.kruispunt.documents.jaxb.u1.LeaveCompensation;
import be.kruispunt.documents.jaxb.u1.OtherPayments;
import be.kruispunt.documents.jaxb.u1.Waiver;
import be.kruispunt.translation.report.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Payments because of the end, the waiver and other benefits, as box 4, which has one box per kind of payment. */
final class PaymentsToU1 {
    private static final String CODE = "code list kind of payment: a box for each";
    private static final String BOX =
            "box 4 has one payment of each kind, whole, and the box of its kind takes no more";
    private static final String YES = "box 4.5 says whether other benefits are received, and not which";

    private PaymentsToU1() {}

    static @Nullable OtherPayments map(LastEmployment source, Place place) {
        OtherPayments target = new OtherPayments();
        if (source.getPayments() != null) {
            List<Payment> payments = source.getPayments().getPayment();
            for (int i = 0; i < payments.size(); i++) {
                payment(payments.get(i), target, place.from("Payments/Payment", i));
            }
        }
        if (source.getWaivedRight() != null) {
            waiver(source.getWaivedRight().getReason(), target, place);
        }
        if (source.getOtherBenefits() != null) {
            target.setReceivesOtherBenefits(true);
            place.changed("otherBenefits", "receivesOtherBenefits", YES);
        }
        return isFilled(target) ? target : null;
    }

    private static void payment(Payment source, OtherPayments target, Place place) {
        boolean money = source.getAmount() != null && source.getCurrency() != null;
        switch (source.getTypePayment().getValue()) {
            case WAGES_AFTER_END -> {
                if (target.getWageUntil() == null && source.getReceivedToDate() != null) {
                    place.changed("typePayment/value", "wageUntil", CODE);
                    place.carry("receivedToDate", source.getReceivedToDate(), "wageUntil", target::setWageUntil);
                    lose(source, place, false, true, true);
                    return;
                }
            }
            case OTHER -> {
                if (target.getCompensationForEnd() == null && money) {
                    Money to = new Money();
                    money(source, place.to("CompensationForEnd"), to);
                    target.setCompensationForEnd(to);
                    lose(source, place, true, true, false);
                    return;
                }
            }
            case UNTAKEN_LEAVE -> {
                if (target.getCompensationForLeave() == null && money && source.getLeaveDays() != null) {
                    target.setCompensationForLeave(leave(source, place.to("CompensationForLeave")));
                    lose(source, place, true, false, false);
                    return;
                }
            }
        }
        place.lose("typePayment/value", source.getTypePayment(), BOX);
        lose(source, place, true, true, true);
    }

    private static LeaveCompensation leave(Payment source, Place place) {
        Money money = new Money();
        money(source, place, money);
        LeaveCompensation leave = new LeaveCompensation();
        leave.setAmount(money.getAmount());
        leave.setCurrency(money.getCurrency());
        place.carry("leaveDays", source.getLeaveDays(), "days", leave::setDays);
        return leave;
    }

    private static void money(Payment source, Place place, Money target) {
        place.changed("typePayment/value", "amount", CODE);
        place.carry("amount", source.getAmount(), "amount", target::setAmount);
        place.carry("currency/value", Values.of(source.getCurrency()), "currency", target::setCurrency);
    }

    /** Accounts for what the box of a payment's kind does not take: a date, days, money. */
    private static void lose(Payment source, Place place, boolean date, boolean days, boolean money) {
        place.lose("otherTypePayment", source.getOtherTypePayment(), BOX);
        if (date) {
            place.lose("receivedToDate", source.getReceivedToDate(), BOX);
        }
        if (days) {
            place.lose("leaveDays", source.getLeaveDays(), BOX);
        }
        if (money) {
            place.lose("amount", source.getAmount(), BOX);
            place.lose("currency/value", source.getCurrency(), BOX);
        }
    }

    private static void waiver(@Nullable String reason, OtherPayments target, Place place) {
        Waiver waiver = new Waiver();
        target.setWaiver(waiver);
        if (reason == null) {
            place.account().carried("WaivedRight", place.source() + "/WaivedRight", place.target() + "/Waiver");
        } else {
            place.carry("WaivedRight/reason", reason, "Waiver/reason", waiver::setReason);
        }
    }

    private static boolean isFilled(OtherPayments target) {
        return target.getWageUntil() != null
                || target.getCompensationForEnd() != null
                || target.getCompensationForLeave() != null
                || target.getWaiver() != null
                || target.isReceivesOtherBenefits() != null;
    }
}
