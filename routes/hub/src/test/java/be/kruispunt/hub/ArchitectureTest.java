package be.kruispunt.hub;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import be.kruispunt.documents.DocumentDefinition;
import be.kruispunt.documents.ReadDocument;
import be.kruispunt.trust.DocumentVerifier;
import be.kruispunt.trust.VerifiedSignature;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** The walls between the rooms of {@code docs/architecture.md}. Maven holds the arrows; this holds what may be used where. */
@AnalyzeClasses(packages = "be.kruispunt", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule modelUsesTheJdkOnly = classes()
            .that()
            .resideInAPackage("be.kruispunt.model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("be.kruispunt.model..", "java..", "javax.crypto..", "org.jspecify..")
            .because("every room speaks in the model, so what it depends on, everything depends on");

    @ArchTest
    static final ArchRule accessDecidesOnFactsHandedIn = classes()
            .that()
            .resideInAPackage("be.kruispunt.access..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("be.kruispunt.access..", "be.kruispunt.model..", "java..", "org.jspecify..")
            .because("a decision about access must be repeatable from its facts, without a database");

    @ArchTest
    static final ArchRule evidenceUsesTheJdkOnly = classes()
            .that()
            .resideInAPackage("be.kruispunt.evidence..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("be.kruispunt.evidence..", "java..", "org.jspecify..")
            .because("whoever checks what the hub proves must be able to read all that it is proved with");

    @ArchTest
    static final ArchRule rightsFollowFromFactsHandedIn = classes()
            .that()
            .resideInAPackage("be.kruispunt.rights..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "be.kruispunt.rights..",
                    "be.kruispunt.model..",
                    "be.kruispunt.documents.folder..",
                    "java..",
                    "org.jspecify..")
            .because("the same facts must give the same rights, one by one or two million in a row, and again years"
                    + " later");

    @ArchTest
    static final ArchRule camelStaysInRoutesAndTheBroker = noClasses()
            .that()
            .resideOutsideOfPackages("be.kruispunt.exchange..", "be.kruispunt.broker..", "be.kruispunt.hub..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..")
            .because("Camel orders the steps; what they mean must be testable without it (JAMES-3589)");

    @ArchTest
    static final ArchRule stepsAreFreeOfCamel = noClasses()
            .that()
            .resideInAPackage("be.kruispunt.exchange..")
            .and()
            .haveSimpleNameNotContaining("Route")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..")
            .because("a step is a plain class with one public method");

    @ArchTest
    static final ArchRule everyStepHasOnePublicMethod = classes()
            .that()
            .resideInAPackage("be.kruispunt.exchange")
            .and()
            .haveNameMatching(
                    ".*\\.(Receive|Parse|Authenticate|Validate|LookUp|Authorise|Consider|Correlate|Translate|Sign|Record|Deliver)")
            .should(haveOnePublicMethod())
            .because("the route names the step, the step does one thing");

    @ArchTest
    static final ArchRule everyStepOfTheBufferStoreHasOnePublicMethod = classes()
            .that()
            .resideInAPackage("be.kruispunt.buffer")
            .and()
            .haveNameMatching(".*\\.(Ask|Consider|Derive|Explain|Take)[A-Z][a-z]+s?")
            .should(haveOnePublicMethod())
            .because("the doors call them: queue, web and command line alike");

    @ArchTest
    static final ArchRule bouncyCastleStaysInSecurity = noClasses()
            .that()
            .resideOutsideOfPackage("be.kruispunt.trust..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bouncycastle..")
            .because("keys and certificates are handled in one room that can be reviewed as a whole");

    @ArchTest
    static final ArchRule boundClassesStayInSchemas = noClasses()
            .that()
            .resideOutsideOfPackages("be.kruispunt.binding..", "be.kruispunt.documents")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("be.kruispunt.binding..", "jakarta.xml.bind..")
            .because("generated code is for the hub's own answers: documents cross the hub as the tree that was"
                    + " verified");

    @ArchTest
    static final ArchRule sqlStaysInTheStore = noClasses()
            .that()
            .resideOutsideOfPackage("be.kruispunt.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..", "com.zaxxer..", "org.flywaydb..")
            .because("the store's tables are its own business");

    @ArchTest
    static final ArchRule brokersClientStaysInTheBroker = noClasses()
            .that()
            .resideOutsideOfPackage("be.kruispunt.broker..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.activemq..", "org.apache.qpid..", "jakarta.jms..")
            .because("what a message must not carry is stripped in one place");

    @ArchTest
    static final ArchRule httpServerStaysInTheWeb = noClasses()
            .that()
            .resideOutsideOfPackage("be.kruispunt.web..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.helidon..")
            .because("who may come in, and what he is refused with, is decided in one place for all that is served");

    @ArchTest
    static final ArchRule theWebKnowsNobodyWhoAnswers = noClasses()
            .that()
            .resideInAPackage("be.kruispunt.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("be.kruispunt.store..", "be.kruispunt.broker..", "be.kruispunt.rights..")
            .because("what answers is handed in, so the door can be tested by itself");

    @ArchTest
    static final ArchRule nothingIsJavaDeserialised = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(java.io.ObjectInputStream.class)
            .because("unmarshalling of foreign objects is how exchange hubs were broken into (Mirth 9.8)");

    @ArchTest
    static final ArchRule noStaticState = classes()
            .should(haveNoStaticFieldThatChanges())
            .because("several hubs run in one process in the tests, and any number beside each other in production");

    @ArchTest
    static final ArchRule signaturesAreProvedByTheirVerifierOnly = constructors()
            .that()
            .areDeclaredIn(VerifiedSignature.class)
            .should()
            .onlyBeCalled()
            .byClassesThat()
            .areAssignableTo(DocumentVerifier.class)
            .because("who holds one needs no other proof that the signature was verified");

    @ArchTest
    static final ArchRule documentsAreProvedByTheirValidatorOnly = constructors()
            .that()
            .areDeclaredIn(ReadDocument.class)
            .should()
            .onlyBeCalled()
            .byClassesThat()
            .areAssignableTo(DocumentDefinition.class)
            .because("who holds one needs no other proof that the document follows its schema and rules");

    @ArchTest
    static final ArchRule theHubsPackagesHaveAnOrder = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("text")
            .definedBy("be.kruispunt.hub.text..")
            .layer("register")
            .definedBy("be.kruispunt.hub.register..")
            .layer("view")
            .definedBy("be.kruispunt.hub.view..")
            .layer("sample")
            .definedBy("be.kruispunt.hub.sample..")
            .layer("hub")
            .definedBy("be.kruispunt.hub")
            .layer("demo")
            .definedBy("be.kruispunt.hub.demo..")
            .layer("bench")
            .definedBy("be.kruispunt.hub.bench..")
            .layer("command")
            .definedBy("be.kruispunt.hub.command..")
            .whereLayer("command")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("bench")
            .mayOnlyBeAccessedByLayers("command")
            .whereLayer("demo")
            .mayOnlyBeAccessedByLayers("command")
            .whereLayer("hub")
            .mayOnlyBeAccessedByLayers("demo", "bench", "command")
            .whereLayer("sample")
            .mayOnlyBeAccessedByLayers("hub", "demo", "bench", "command")
            .whereLayer("view")
            .mayOnlyBeAccessedByLayers("demo", "command")
            .whereLayer("register")
            .mayOnlyBeAccessedByLayers("view", "command")
            .whereLayer("text")
            .mayOnlyBeAccessedByLayers("view", "register", "hub", "demo", "bench", "command")
            .because("what leans on each other both ways can only be changed together");

    private static ArchCondition<JavaClass> haveOnePublicMethod() {
        return new ArchCondition<>("have one public method") {
            @Override
            public void check(JavaClass step, ConditionEvents events) {
                Set<JavaMethod> methods = step.getMethods();
                long count = methods.stream()
                        .filter(m -> m.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(m -> !m.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .count();
                events.add(new SimpleConditionEvent(step, count == 1, step.getName() + " has " + count));
            }
        };
    }

    private static ArchCondition<JavaClass> haveNoStaticFieldThatChanges() {
        return new ArchCondition<>("have no static field that is not final") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getFields().stream()
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                        .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                        .filter(field -> !field.getName().startsWith("$"))
                        .forEach(field -> events.add(SimpleConditionEvent.violated(type, field.getFullName())));
            }
        };
    }
}
