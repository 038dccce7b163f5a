package be.kruispunt.documents.rules;

import be.kruispunt.documents.jaxb.u1.Periods;
import be.kruispunt.documents.jaxb.u1.U1;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Box 2 of a U1 as one list. */
final class U1Periods {
    /** A period, with the name of its list and its place in it, from 0; without a last day where it goes on. */
    record Listed(String list, int index, LocalDate from, @Nullable LocalDate to) {
        /** The last day; of a period that goes on, the last there is. */
        LocalDate end() {
            return to == null ? LocalDate.MAX : to;
        }
    }

    private U1Periods() {}

    /** The periods of 2.1 and 2.2. */
    static List<Listed> of(U1 u1) {
        Periods p = u1.getPeriods();
        var all = new ArrayList<Listed>();
        add(all, "InsuredEmployment", p.getInsuredEmployment(), x -> x.getFrom(), x -> x.getTo());
        add(all, "InsuredSelfEmployment", p.getInsuredSelfEmployment(), x -> x.getFrom(), x -> x.getTo());
        add(all, "OtherInsurance", p.getOtherInsurance(), x -> x.getFrom(), x -> x.getTo());
        add(all, "TreatedAsInsurance", p.getTreatedAsInsurance(), x -> x.getFrom(), x -> x.getTo());
        add(all, "UninsuredEmployment", p.getUninsuredEmployment(), x -> x.getFrom(), x -> x.getTo());
        add(all, "UninsuredSelfEmployment", p.getUninsuredSelfEmployment(), x -> x.getFrom(), x -> x.getTo());
        return all;
    }

    /** The periods of 2.1, 2.2 and 2.3. */
    static List<Listed> withIncome(U1 u1) {
        Periods p = u1.getPeriods();
        List<Listed> all = of(u1);
        add(all, "IncomeFromEmployment", p.getIncomeFromEmployment(), x -> x.getFrom(), x -> x.getTo());
        add(all, "IncomeFromSelfEmployment", p.getIncomeFromSelfEmployment(), x -> x.getFrom(), x -> x.getTo());
        return all;
    }

    private static <P> void add(
            List<Listed> all,
            String list,
            List<P> periods,
            Function<P, LocalDate> from,
            Function<P, @Nullable LocalDate> to) {
        for (int i = 0; i < periods.size(); i++) {
            all.add(new Listed(list, i, from.apply(periods.get(i)), to.apply(periods.get(i))));
        }
    }
}
