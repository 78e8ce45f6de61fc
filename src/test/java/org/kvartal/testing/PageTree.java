package org.kvartal.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What stands in an open page, put together from the changes that the server sends, as the page's script does it. */
final class PageTree {

    /** The numbers of what a change is about, as Flow counts them. */
    private static final int CHILDREN = 2;

    private static final int TEXT = 7;
    private static final int CLASSES = 11;

    private static final class Node {

        private String tag = "";
        private String text = "";
        private boolean hidden;
        private @Nullable Integer parent;
        private final Set<String> classes = new LinkedHashSet<>();
        private final List<Integer> children = new ArrayList<>();
        private final Map<String, JsonNode> values = new HashMap<>();
    }

    private final Map<Integer, Node> nodes = new HashMap<>();
    private final Map<String, JsonNode> calls = new HashMap<>();

    void take(JsonNode answer) {
        for (JsonNode change : answer.path("changes")) {
            int id = change.path("node").asInt();
            switch (change.path("type").asString("")) {
                case "attach" -> nodes.put(id, new Node());
                case "detach" -> nodes.remove(id);
                case "put" -> put(node(id), change);
                case "remove" -> node(id).values.remove(change.path("key").asString(""));
                case "splice" -> splice(id, change);
                case "clear" -> clear(node(id), change.path("feat").asInt());
                default -> {
                    // Nothing that is looked at here.
                }
            }
        }
        for (JsonNode call : answer.path("execute")) {
            String script = call.path(call.size() - 1).asString("");
            int open = script.indexOf('(');
            if (script.startsWith("return $0.") && open > 0) {
                calls.put(script.substring("return $0.".length(), open), call);
            }
        }
    }

    private Node node(int id) {
        return nodes.computeIfAbsent(id, _ -> new Node());
    }

    private static void put(Node node, JsonNode change) {
        String key = change.path("key").asString("");
        JsonNode value = change.path("value");
        if (key.equals("tag")) {
            node.tag = value.asString("");
        } else if (key.equals("visible")) {
            node.hidden = !value.asBoolean(true);
        } else if (change.path("feat").asInt() == TEXT) {
            node.text = value.asString("");
        } else {
            node.values.put(key, value);
        }
    }

    private void splice(int id, JsonNode change) {
        Node node = node(id);
        int index = change.path("index").asInt();
        int removed = change.path("remove").asInt(0);
        if (change.path("feat").asInt() == CHILDREN) {
            node.children.subList(index, index + removed).clear();
            int place = index;
            for (JsonNode added : change.path("addNodes")) {
                node.children.add(place++, added.asInt());
                node(added.asInt()).parent = id;
            }
        } else if (change.path("feat").asInt() == CLASSES) {
            List<String> classes = new ArrayList<>(node.classes);
            classes.subList(index, index + removed).clear();
            change.path("add").forEach(added -> classes.add(added.asString()));
            node.classes.clear();
            node.classes.addAll(classes);
        }
    }

    private static void clear(Node node, int feature) {
        if (feature == CHILDREN) {
            node.children.clear();
        } else if (feature == CLASSES) {
            node.classes.clear();
        }
    }

    /** The newest visible element with that tag or class whose text begins so; an empty text is any. */
    Optional<Integer> find(String tagOrClass, String begin) {
        return nodes.entrySet().stream()
                .filter(entry -> entry.getValue().tag.equals(tagOrClass)
                        || entry.getValue().classes.contains(tagOrClass))
                .map(Map.Entry::getKey)
                .filter(this::shown)
                .filter(id -> text(id).strip().startsWith(begin))
                .max(Integer::compare);
    }

    private boolean shown(int id) {
        Integer up = id;
        while (up != null) {
            Node node = nodes.get(up);
            if (node == null) {
                return false;
            }
            if (node.hidden) {
                return false;
            }
            up = node.parent;
        }
        return true;
    }

    /** All that stands in the element, without what is hidden. */
    String text(int id) {
        StringBuilder all = new StringBuilder();
        read(id, all);
        return all.toString();
    }

    private void read(int id, StringBuilder all) {
        Node node = nodes.get(id);
        if (node == null || node.hidden) {
            return;
        }
        all.append(node.text);
        for (int child : node.children) {
            read(child, all);
        }
    }

    /** What a property or an attribute of the element says, empty where it says nothing. */
    String value(int id, String key) {
        Node node = nodes.get(id);
        return node == null || !node.values.containsKey(key)
                ? ""
                : node.values.get(key).asString("");
    }

    /** What the page's script was told last by that function of an element. */
    Optional<JsonNode> called(String function) {
        return Optional.ofNullable(calls.get(function));
    }

    Optional<JsonNode> takeCall(String function) {
        return Optional.ofNullable(calls.remove(function));
    }

    /** How many elements with that tag stand in the element, at any depth. */
    int count(int id, String tag) {
        Node node = nodes.get(id);
        if (node == null || node.hidden) {
            return 0;
        }
        int count = node.tag.equals(tag) ? 1 : 0;
        for (int child : node.children) {
            count += count(child, tag);
        }
        return count;
    }

    @Override
    public String toString() {
        StringBuilder all = new StringBuilder();
        nodes.forEach((id, node) -> all.append(id)
                .append(" <")
                .append(node.tag)
                .append("> ")
                .append(node.classes)
                .append(node.hidden ? " hidden" : "")
                .append(' ')
                .append(node.text)
                .append(' ')
                .append(node.children)
                .append('\n'));
        return all.toString();
    }
}
