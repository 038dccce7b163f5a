package be.kruispunt.documents;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** A tree that counts how often it is asked for anything: the work of who reads it, on whatever machine. */
final class CountedTree {
    private final IdentityHashMap<Node, Node> counted = new IdentityHashMap<>();
    private long asked;

    Element of(Element element) {
        return (Element) counted(element);
    }

    long asked() {
        return asked;
    }

    private Node counted(Node node) {
        return counted.computeIfAbsent(node, this::proxy);
    }

    private Node proxy(Node node) {
        Class<?> kind = node instanceof Element ? Element.class : Text.class;
        return (Node) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {kind},
                (proxy, method, arguments) -> ask(node, method, arguments));
    }

    private @Nullable Object ask(Node node, Method method, Object @Nullable [] arguments) throws Throwable {
        asked++;
        try {
            Object answer = method.invoke(node, arguments);
            return answer instanceof Element || answer instanceof Text ? counted((Node) answer) : answer;
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
