package app.prosa.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The rules of the house, for the program or for a small copy of it that breaks them.
 *
 * @param root the package that stands for {@code app.prosa}
 */
record Rules(String root) {
    /** Which of our packages each package may import besides itself; the root may import all. */
    private static final Map<String, Set<String>> TABLE =
            new TreeMap<>(
                    Map.of(
                            "conversation", Set.of(),
                            "settings", Set.of(),
                            "llm", Set.of("conversation", "settings"),
                            "storage", Set.of("conversation", "settings"),
                            "channel", Set.of("conversation", "settings"),
                            "server", Set.of("conversation", "channel", "settings"),
                            "desktop", Set.of("conversation", "channel", "settings"),
                            "updates", Set.of("channel", "settings")));

    /** The rules by the name that {@link BrokenHouseTest} knows them by. */
    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new TreeMap<>();
        TABLE.forEach((name, allowed) -> rules.put("imports of " + name, imports(name, allowed)));
        rules.put("every package has a row", everyPackageHasARow());
        rules.put("no cycles", noCycles());
        rules.putAll(owners());
        rules.put("one way to the FX thread", oneWayToTheFxThread());
        rules.put("one exit", oneExit());
        rules.put("standard streams", standardStreams());
        rules.put("no empty names", noEmptyNames());
        rules.put("null is marked", nullIsMarked());
        rules.replaceAll((name, rule) -> rule.allowEmptyShould(true));
        return rules;
    }

    private Map<String, ArchRule> owners() {
        return Map.of(
                "com.openai",
                only("llm", "a vendor's types stay at the edge", "com.openai.."),
                "Jetty client",
                only(
                        "llm",
                        "the one who calls models owns the transport",
                        "org.eclipse.jetty.client.."),
                "Jetty server",
                only("server", "channels speak plain requests", "org.eclipse.jetty.server.."),
                "SQL",
                only(
                        "storage",
                        "no other package knows that there is SQL",
                        "java.sql..",
                        "javax.sql..",
                        "org.flywaydb..",
                        "com.zaxxer.hikari..",
                        "org.h2.."),
                "JavaFX",
                only(
                        "desktop",
                        "the hub runs without loading a class of the toolkit",
                        "javafx..",
                        "jfx..",
                        "com.sun.javafx.."),
                "picocli",
                noClasses()
                        .that(resideInAPackage(root + ".*.."))
                        .should()
                        .dependOnClassesThat(resideInAPackage("picocli.."))
                        .because("the command line is read in one place, and a plain start never"),
                "java.util.logging",
                noClasses()
                        .should()
                        .dependOnClassesThat(resideInAPackage("java.util.logging.."))
                        .because("all of the log goes one way, SLF4J"));
    }

    private ArchRule imports(String name, Set<String> allowed) {
        String[] packages =
                Stream.concat(Stream.of(name), allowed.stream().sorted())
                        .map(this::inside)
                        .toArray(String[]::new);
        DescribedPredicate<JavaClass> ours = resideInAPackage(root + "..");
        return classes()
                .that(resideInAPackage(inside(name)))
                .should()
                .onlyDependOnClassesThat(not(ours).or(resideInAnyPackage(packages)))
                .because("what it needs of another package it asks for by a port");
    }

    private ArchRule everyPackageHasARow() {
        List<String> known = new ArrayList<>(TABLE.keySet().stream().map(this::inside).toList());
        known.add(root);
        return classes()
                .should()
                .resideInAnyPackage(known.toArray(String[]::new))
                .because("a package that is not in the table is held by no rule");
    }

    private ArchRule noCycles() {
        return slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("packages in a ring are one package");
    }

    private ArchRule only(String owner, String reason, String... packages) {
        return noClasses()
                .that(not(resideInAPackage(inside(owner))))
                .should()
                .dependOnClassesThat(resideInAnyPackage(packages))
                .because(reason);
    }

    private ArchRule oneWayToTheFxThread() {
        return noClasses()
                .that(not(named("FxThread")))
                .should()
                .accessTargetWhere(calls("javafx.application.Platform", "runLater"))
                .because("what floods the toolkit's queue must be gathered, and one class does it");
    }

    private ArchRule oneExit() {
        return noClasses()
                .that(not(named("Main")))
                .should()
                .accessTargetWhere(
                        calls("java.lang.System", "exit")
                                .or(calls("java.lang.Runtime", "exit"))
                                .or(calls("java.lang.Runtime", "halt")))
                .because("whoever ends the program elsewhere skips the closing of everything");
    }

    private ArchRule standardStreams() {
        return noClasses()
                .that(not(named("Main", "Milestones")))
                .should()
                .accessTargetWhere(
                        calls("java.lang.System", "out")
                                .or(calls("java.lang.System", "err"))
                                .or(calls("java.lang.Throwable", "printStackTrace")))
                .because("what is said there, nobody who works in a window reads");
    }

    private ArchRule noEmptyNames() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helpers?|Managers?|Impl|Base|Commons?)(\\$.*)?")
                .because("such a name says nothing about what the class is");
    }

    private ArchRule nullIsMarked() {
        return classes()
                .should(
                        be(
                                describe(
                                        "in a package that is @NullMarked",
                                        type ->
                                                type.getPackage()
                                                        .isAnnotatedWith(NullMarked.class))))
                .because("only there is null a compile error");
    }

    private static DescribedPredicate<JavaClass> named(String... simpleNames) {
        return describe(
                "named " + String.join(", ", simpleNames),
                type -> Arrays.asList(simpleNames).contains(outermost(type).getSimpleName()));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Rules::outermost).orElse(type);
    }

    private static DescribedPredicate<JavaAccess<?>> calls(String owner, String member) {
        return describe(
                owner + "." + member,
                access -> {
                    AccessTarget target = access.getTarget();
                    return target.getName().equals(member)
                            && target.getOwner().isAssignableTo(owner);
                });
    }

    private String inside(String name) {
        return root + "." + name + "..";
    }
}
