package org.kvartal.search.domain;

/**
 * A word as it is looked up.
 *
 * @param position its place among the words of a text, from 1
 * @param from where it stands in the text
 * @param to behind its last character
 */
record Stem(String word, int position, int from, int to) {}
