package org.kvartal.audit;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The acts that the sources write into the audit trail, and the kinds of thing that they are done to, found where an {@link AuditEntry} and an {@link
 * AuditSubject} are made. One that comes as a parameter is looked for where the method is called: in the same file, and in the same package unless the method
 * is private.
 *
 * @param acts what is written
 * @param kinds of what it is done to
 * @param unclear places at which the act can't be told from the source
 */
record WrittenActs(Set<String> acts, Set<String> kinds, List<String> unclear) {

    private static final Path SOURCES = Path.of("src/main/java");

    static WrittenActs inSources() {
        WrittenActs found = new WrittenActs(new TreeSet<>(), new TreeSet<>(), new ArrayList<>());
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("AuditEntry.java") && !file.endsWith("WrittenTrail.java"))
                    .toList();
            Set<Path> speaking = sources.stream()
                    .filter(file -> read(file).contains("AuditEntry"))
                    .map(Path::getParent)
                    .collect(Collectors.toSet());
            List<Path> near = sources.stream()
                    .filter(file -> speaking.contains(file.getParent()))
                    .toList();
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            try (var manager = compiler.getStandardFileManager(null, null, null)) {
                JavacTask parsing = (JavacTask)
                        compiler.getTask(null, manager, _ -> {}, null, null, manager.getJavaFileObjectsFromPaths(near));
                Map<String, List<CompilationUnitTree>> packages = new HashMap<>();
                parsing.parse()
                        .forEach(file -> packages.computeIfAbsent(
                                        String.valueOf(file.getPackageName()), _ -> new ArrayList<>())
                                .add(file));
                packages.values().forEach(units -> {
                    Set<String> asked = new HashSet<>();
                    units.forEach(file -> new Reading(file, units, found.acts, found, asked).scan(file, null));
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads one file. */
    private static final class Reading extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final CompilationUnitTree file;
        private final List<CompilationUnitTree> neighbours;
        private final Set<String> told;
        private final WrittenActs found;
        private final Set<String> asked;

        /** @param told gets what is found: acts or kinds */
        Reading(
                CompilationUnitTree file,
                List<CompilationUnitTree> neighbours,
                Set<String> told,
                WrittenActs found,
                Set<String> asked) {
            this.file = file;
            this.neighbours = neighbours;
            this.told = told;
            this.found = found;
            this.asked = asked;
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
            if (call.getMethodSelect().toString().equals("AuditEntry.of")) {
                tell(call.getArguments().get(1), method());
                if (call.getArguments().size() == 4) {
                    kinds().tell(call.getArguments().get(2), method());
                }
            }
            return super.visitMethodInvocation(call, null);
        }

        @Override
        public @Nullable Void visitNewClass(NewClassTree made, @Nullable Void nothing) {
            if (made.getIdentifier().toString().equals("AuditEntry")) {
                tell(made.getArguments().get(1), method());
            } else if (made.getIdentifier().toString().equals("AuditSubject")) {
                kinds().tell(made.getArguments().getFirst(), method());
            }
            return super.visitNewClass(made, null);
        }

        private Reading kinds() {
            return new Reading(file, neighbours, found.kinds, found, asked);
        }

        private @Nullable MethodTree method() {
            for (Tree tree : getCurrentPath()) {
                if (tree instanceof MethodTree method) {
                    return method;
                }
            }
            return null;
        }

        private void tell(Tree act, @Nullable MethodTree within) {
            switch (act) {
                case LiteralTree literal -> told.add(String.valueOf(literal.getValue()));
                case ParenthesizedTree inner -> tell(inner.getExpression(), within);
                case ConditionalExpressionTree choice -> {
                    tell(choice.getTrueExpression(), within);
                    tell(choice.getFalseExpression(), within);
                }
                case SwitchExpressionTree choice ->
                    choice.getCases().forEach(one -> {
                        if (one.getBody() instanceof ExpressionTree value) {
                            tell(value, within);
                        } else {
                            yields(one, within);
                        }
                    });
                case IdentifierTree name -> named(name.getName().toString(), within, act);
                case MemberSelectTree constant -> elsewhere(constant, within);
                default -> unclear(act);
            }
        }

        private void yields(Tree body, @Nullable MethodTree within) {
            new TreeScanner<@Nullable Void, @Nullable Void>() {
                @Override
                public @Nullable Void visitYield(YieldTree value, @Nullable Void nothing) {
                    tell(value.getValue(), within);
                    return null;
                }
            }.scan(body, null);
        }

        /** A parameter of the method, a variable in it, or a constant of the file. */
        private void named(String name, @Nullable MethodTree within, Tree act) {
            if (within != null) {
                for (int place = 0; place < within.getParameters().size(); place++) {
                    if (within.getParameters().get(place).getName().contentEquals(name)) {
                        if (!calls(within, place)) {
                            unclear(act);
                        }
                        return;
                    }
                }
            }
            ExpressionTree value = value(name, within == null ? file : within);
            if (value == null) {
                value = value(name, file);
            }
            if (value == null) {
                unclear(act);
            } else {
                tell(value, within);
            }
        }

        /** A constant of this file, or of a class of the package. */
        private void elsewhere(MemberSelectTree constant, @Nullable MethodTree within) {
            String owner = constant.getExpression().toString();
            ExpressionTree value = null;
            for (CompilationUnitTree one : neighbours) {
                if (one.getSourceFile().getName().endsWith("/" + owner + ".java")) {
                    value = value(constant.getIdentifier().toString(), one);
                }
            }
            if (value == null) {
                named(constant.getIdentifier().toString(), null, constant);
            } else {
                tell(value, within);
            }
        }

        /** Looks at what the callers give; whether there are any where the method can be seen. */
        private boolean calls(MethodTree method, int place) {
            boolean hidden = method.getModifiers().getFlags().contains(Modifier.PRIVATE);
            if (!asked.add((hidden ? file.getSourceFile().getName() : "") + method.getName() + "/"
                    + method.getParameters().size() + "/" + place)) {
                return true;
            }
            boolean any = false;
            for (CompilationUnitTree one : hidden ? List.of(file) : neighbours) {
                any |= new Reading(one, neighbours, told, found, asked).given(method, place, one.equals(file));
            }
            return any;
        }

        /** @param own whether the method stands in this file: elsewhere it is called on something, and a bare name is another method */
        private boolean given(MethodTree method, int place, boolean own) {
            List<Tree> given = new ArrayList<>();
            new TreePathScanner<@Nullable Void, @Nullable Void>() {
                @Override
                public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
                    String called = call.getMethodSelect().toString();
                    if (called.substring(called.lastIndexOf('.') + 1).contentEquals(method.getName())
                            && (own || called.indexOf('.') >= 0)
                            && call.getArguments().size()
                                    == method.getParameters().size()) {
                        MethodTree within = null;
                        for (Tree tree : getCurrentPath()) {
                            if (tree instanceof MethodTree around) {
                                within = around;
                                break;
                            }
                        }
                        given.add(call.getArguments().get(place));
                        tell(call.getArguments().get(place), within);
                    }
                    return super.visitMethodInvocation(call, null);
                }
            }.scan(file, null);
            return !given.isEmpty();
        }

        private static @Nullable ExpressionTree value(String name, Tree within) {
            List<ExpressionTree> values = new ArrayList<>();
            new TreeScanner<@Nullable Void, @Nullable Void>() {
                @Override
                public @Nullable Void visitVariable(VariableTree variable, @Nullable Void nothing) {
                    if (variable.getName().contentEquals(name) && variable.getInitializer() != null) {
                        values.add(variable.getInitializer());
                    }
                    return super.visitVariable(variable, null);
                }
            }.scan(within, null);
            return values.isEmpty() ? null : values.getFirst();
        }

        private void unclear(Tree act) {
            found.unclear.add(file.getSourceFile().getName() + ": " + act);
        }
    }
}
