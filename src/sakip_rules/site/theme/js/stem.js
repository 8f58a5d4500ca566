// Stems of words, so that "pencapaian" is found by "capaian". Defines `sakipStems`: language -> function.
(function (global) {
  "use strict";

  // The Indonesian stemmer of Snowball (F. Z. Tala, 2003), which counts vowels and takes off at most a particle,
  // a possessive, a suffix and two prefixes.
  const PARTICLE = /(?:kah|lah|pun)$/;
  const POSSESSIVE = /(?:nya|ku|mu)$/;
  const FIRST = /^(?:meng|men|mem|me|peng|pen|pem|di|ter|ke)/;
  const SECOND = /^(?:ber|be(?=[^aeiou]er)|per|pe|be(?=lajar))/;
  const VOWEL = /^[aeiou]/;
  const [ACTIVE, PER, NOUN, BER] = [1, 2, 3, 4];

  class Word {
    constructor(text) {
      this.head = ""; // a letter that a prefix had swallowed: what follows it is no second prefix
      this.rest = text;
      this.vowels = (text.match(/[aeiou]/g) || []).length;
      this.prefix = 0;
    }

    get isLong() {
      return this.vowels > 2;
    }

    cut(length) {
      this.rest = this.rest.slice(0, this.rest.length - length);
      this.vowels -= 1;
    }

    ending(pattern) {
      const end = this.rest.match(pattern);
      if (end) this.cut(end[0].length);
    }

    firstPrefix() {
      const found = this.rest.match(FIRST);
      if (!found) return false;
      let rest = this.rest.slice(found[0].length);
      this.prefix = /^(?:p|ke)/.test(found[0]) ? NOUN : ACTIVE;
      if (/^[mp]en$/.test(found[0]) && /^y[aeiou]/.test(rest)) [this.head, rest] = ["s", rest.slice(1)];
      else if (/^[mp]em$/.test(found[0]) && VOWEL.test(rest)) this.head = "p";
      this.rest = rest;
      this.vowels -= 1;
      return true;
    }

    secondPrefix() {
      const found = this.rest.match(SECOND);
      if (!found) return;
      let length = found[0].length;
      if (this.rest.startsWith("lajar", 2)) length = 3; // bel-ajar, pel-ajar
      else if (found[0].startsWith("p")) this.prefix = PER;
      if (found[0].startsWith("b")) this.prefix = BER;
      this.rest = this.rest.slice(length);
      this.vowels -= 1;
    }

    suffix() {
      if (this.rest.endsWith("an")) {
        if (this.prefix !== NOUN && this.prefix !== PER && this.rest.endsWith("kan")) this.cut(3);
        else if (this.prefix !== ACTIVE) this.cut(2);
        else return false;
        return true;
      }
      if (!this.rest.endsWith("i") || this.prefix > PER || this.rest.endsWith("si")) return false;
      this.cut(1);
      return true;
    }
  }

  function indonesian(text) {
    const word = new Word(text);
    if (word.isLong) word.ending(PARTICLE);
    if (word.isLong) word.ending(POSSESSIVE);
    if (!word.isLong) return word.rest;
    if (word.firstPrefix()) {
      if (word.isLong && word.suffix() && word.isLong) word.secondPrefix();
    } else {
      word.secondPrefix();
      if (word.isLong) word.suffix();
    }
    return word.head + word.rest;
  }

  // English pages are few: endings are enough.
  function english(text) {
    if (text.length < 5) return text;
    return text.replace(/ies$/, "y").replace(/(?:ations?|ings?|ed|(?<=s|x|z|ch|sh)es|s)$/, "");
  }

  global.sakipStems = { id: indonesian, en: english };
})(globalThis);
