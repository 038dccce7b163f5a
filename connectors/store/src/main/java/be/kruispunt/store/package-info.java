/**
 * Everything the hub keeps, in PostgreSQL: messages with their evidence and audit, cases, the reference directory,
 * institutions and authorisations.
 *
 * <p>Start at {@link be.kruispunt.store.Store}; the tables are in {@code V1__messages_cases_register.sql} beside the
 * classes. SQL, JDBC, connection pool, migrations and compression stay inside this package.
 */
@NullMarked
package be.kruispunt.store;

import org.jspecify.annotations.NullMarked;
