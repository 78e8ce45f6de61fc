package org.kvartal.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.kvartal.kernel.Language;
import tools.jackson.databind.json.JsonMapper;

/** People and what they said: made here, or brought in a file so that two systems can be measured with the same words. */
record Corpus(List<String> users, List<Topic> topics) {

    record Topic(String title, List<Post> posts) {}

    /** @param user the place of the author in the list of users */
    record Post(int user, String text) {}

    private static final List<String> NAMES = List.of(
            "Elena Petrova",
            "Ivan Dimitrov",
            "Мария Соколова",
            "Алексей Ким",
            "Десислава Стоянова",
            "Георги Илиев",
            "Anna Berg",
            "Jakub Novák",
            "Дарья Орлова",
            "Рустам Каримов",
            "Теодора Михайлова",
            "Nikolay Vasilev");

    private static final List<List<String>> SENTENCES = List.of(
            List.of(
                    "We lost three weeks to a form that two offices ask for in different words.",
                    "The gallery keeps its receipts, but nobody says which of them count.",
                    "Could the Forum collect the cases, so that the ministry sees more than one studio?",
                    "Our association has **seven** members who met the same problem last spring.",
                    "A list of what is needed, in one place, would already help the small ones.",
                    "I wrote to the chamber twice; the answer names a rule that ended in 2024."),
            List.of(
                    "Мы потратили три недели на справку, которую два ведомства называют по-разному.",
                    "Галерея хранит все чеки, но никто не говорит, какие из них принимают.",
                    "Может ли Форум собрать такие случаи, чтобы министерство увидело не одну студию?",
                    "В нашем объединении **семь** участников столкнулись с этим прошлой весной.",
                    "Небольшим студиям помог бы и простой список документов в одном месте.",
                    "Я дважды обращался в палату; в ответе ссылка на правило, которое уже не действует."),
            List.of(
                    "Изгубихме три седмици заради документ, който две служби наричат различно.",
                    "Галерията пази всички бележки, но никой не казва кои от тях се признават.",
                    "Може ли Форумът да събере случаите, за да види министерството повече от едно студио?",
                    "В нашето сдружение **седем** членове срещнаха същото миналата пролет.",
                    "На малките би помогнал дори един списък на нужните документи.",
                    "Писах два пъти на камарата; отговорът сочи правило, което вече не важи."));

    /**
     * Reads a corpus.
     *
     * @param file JSON {@code {"users":[name…],"topics":[{"title":…,"posts":[{"user":index,"text":markdown}…]}…]}}
     * @throws IllegalArgumentException if a topic has no posts, or a post names a user who is not there
     */
    static Corpus read(Path file) {
        Corpus corpus = JsonMapper.shared().readValue(file, Corpus.class);
        for (Topic topic : corpus.topics) {
            if (topic.posts.isEmpty()) {
                throw new IllegalArgumentException("the topic “" + topic.title + "” has no posts");
            }
            for (Post post : topic.posts) {
                if (post.user < 0 || post.user >= corpus.users.size()) {
                    throw new IllegalArgumentException("there is no user " + post.user + " in “" + topic.title + "”");
                }
            }
        }
        return corpus;
    }

    /** Makes the same corpus every time: threads of equal length in three languages in turn. */
    static Corpus made(int threads, int posts) {
        Random random = new Random(20_261_122);
        List<String> users = new ArrayList<>();
        for (int user = 0; user < 40; user++) {
            users.add(NAMES.get(user % NAMES.size()) + (user < NAMES.size() ? "" : " " + (user / NAMES.size() + 1)));
        }
        List<Topic> topics = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            List<String> sentences = SENTENCES.get(thread % SENTENCES.size());
            List<Post> said = new ArrayList<>();
            for (int post = 0; post < posts; post++) {
                said.add(new Post(random.nextInt(users.size()), text(sentences, random, post)));
            }
            String title = sentences.get(thread % sentences.size()).replace("**", "");
            topics.add(new Topic(title.substring(0, Math.min(90, title.length())) + " " + (thread + 1), said));
        }
        return new Corpus(users, topics);
    }

    /** The n-th thing said in a long thread. */
    static String text(Random random, int number) {
        return text(SENTENCES.get(number % SENTENCES.size()), random, number);
    }

    private static String text(List<String> sentences, Random random, int number) {
        StringBuilder text = new StringBuilder();
        if (number % 7 == 3) {
            text.append("> ")
                    .append(sentences.get(random.nextInt(sentences.size())))
                    .append("\n\n");
        }
        int paragraphs = 1 + random.nextInt(3);
        for (int paragraph = 0; paragraph < paragraphs; paragraph++) {
            int length = 2 + random.nextInt(3);
            for (int sentence = 0; sentence < length; sentence++) {
                text.append(sentences.get(random.nextInt(sentences.size()))).append(' ');
            }
            text.append("\n\n");
        }
        if (number % 11 == 5) {
            text.append("1. first\n2. second, see https://example.org/")
                    .append(number)
                    .append('\n');
        }
        return text.toString().strip();
    }

    /** The language a text was probably written in; a corpus does not say. */
    static Language language(String text) {
        long cyrillic = text.chars().filter(c -> c >= 'А' && c <= 'я').count();
        if (cyrillic * 2 < text.chars().filter(Character::isLetter).count()) {
            return Language.EN;
        }
        return text.chars().anyMatch(c -> c == 'ы' || c == 'э' || c == 'ё' || c == 'Ы' || c == 'Э' || c == 'Ё')
                ? Language.RU
                : Language.BG;
    }
}
