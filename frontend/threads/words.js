/**
 * The page's texts in the reader's language: the patterns of the server's bundles, so that what is said by the page itself (counts that
 * change while it is open) comes from the same source. Of the ICU syntax it knows what these texts use: {0} and {0, plural, one {…} other {…}}.
 */
export class Words {
    constructor(language, patterns) {
        this.language = language;
        this.patterns = patterns;
        this.plurals = new Intl.PluralRules(language);
        this.numbers = new Intl.NumberFormat(language === 'en' ? 'en-GB' : language);
    }

    say(key, ...values) {
        const pattern = this.patterns[key];
        return pattern === undefined ? key : this.#fill(pattern, values, null);
    }

    number(value) {
        return this.numbers.format(value);
    }

    #fill(pattern, values, count) {
        let said = '';
        for (let at = 0; at < pattern.length; at++) {
            const sign = pattern[at];
            if (sign === '{') {
                const end = closing(pattern, at);
                said += this.#argument(pattern.slice(at + 1, end), values);
                at = end;
            } else if (sign === '#' && count !== null) {
                said += this.number(count);
            } else if (sign === "'" && pattern[at + 1] === "'") {
                said += "'";
                at++;
            } else {
                said += sign;
            }
        }
        return said;
    }

    #argument(inner, values) {
        const [name, kind, ...rest] = inner.split(',');
        const value = values[Number(name)];
        if (kind === undefined) {
            return typeof value === 'number' ? this.number(value) : String(value);
        }
        const forms = rest.join(',');
        const wanted = this.plurals.select(value);
        let other = '';
        for (const { name: form, at, end } of branches(forms)) {
            if (form === `=${value}` || form === wanted) {
                return this.#fill(forms.slice(at + 1, end), values, value);
            }
            if (form === 'other') {
                other = this.#fill(forms.slice(at + 1, end), values, value);
            }
        }
        return other;
    }
}

function* branches(forms) {
    for (let at = forms.indexOf('{'), from = 0; at >= 0; at = forms.indexOf('{', from)) {
        const end = closing(forms, at);
        yield { name: forms.slice(from, at).trim(), at, end };
        from = end + 1;
    }
}

function closing(pattern, open) {
    let depth = 0;
    for (let at = open; at < pattern.length; at++) {
        if (pattern[at] === '{') {
            depth++;
        } else if (pattern[at] === '}' && --depth === 0) {
            return at;
        }
    }
    return pattern.length;
}
