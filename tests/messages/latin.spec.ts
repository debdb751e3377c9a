import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { offerCyrillic } from '#messages/cyrillic.ts';
import { toLatin } from '#messages/latin.ts';

const alphabet = [...'абвгдђежзијклљмнњопрстћуфхцчџш'];
const word = fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength: 12 });

test('every letter of the azbuka has its Latin letter', () => {
  assert.equal(toLatin(alphabet.join(' ')), 'a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š');
});

test('a capital digraph follows its neighbours', () => {
  const pairs = {
    ЏЕП: 'DŽEP', Џеп: 'Džep', ЉУБАВ: 'LJUBAV', Љубав: 'Ljubav', КРАЉ: 'KRALJ', 'Љ. Петровић': 'Lj. Petrović',
    'СПОРАЗУМ О БРАТИМЉЕЊУ': 'SPORAZUM O BRATIMLJENJU', 'Његош и ЊЕГОШ': 'Njegoš i NJEGOŠ', 'А Љ': 'A Lj',
  };
  for (const [cyrillic, latin] of Object.entries(pairs)) assert.equal(toLatin(cyrillic), latin);
});

test('Latin letters, figures, marks and placeholders stay', () => {
  assert.equal(toLatin('ECAD-а, „B40“ {count} <b>IPA III</b> – 9.000 €'), 'ECAD-a, „B40“ {count} <b>IPA III</b> – 9.000 €');
});

test('nothing Serbian is left in Cyrillic, and a second pass changes nothing', () => {
  fc.assert(fc.property(fc.array(word), (words) => {
    const latin = toLatin(words.join(' '));
    assert.doesNotMatch(latin, /\p{Script=Cyrillic}/u);
    assert.equal(toLatin(latin), latin);
  }));
});

test('a suggested Cyrillic spelling comes back to what it was, where Latin is not ambiguous', () => {
  const clear = word.filter((text) => !/лј|нј|дж/.test(text));
  fc.assert(fc.property(clear, (text) => {
    // Words that begin like инјекција are read apart, and only those may come back otherwise.
    const back = offerCyrillic(toLatin(text));
    if (!/[љњџ]/.test(text)) assert.equal(back, text);
    assert.equal(toLatin(back), toLatin(text));
  }));
});

test('the suggestion knows words in which nj and dž are two sounds, and leaves foreign words alone', () => {
  assert.equal(
    offerCyrillic('Injekcija, NADŽIVETI, konjunkcija, Tanjug, Njegoš, DŽEP, Odžaci'),
    'Инјекција, НАДЖИВЕТИ, конјункција, Танјуг, Његош, ЏЕП, Оџаци',
  );
  assert.equal(offerCyrillic('WYG, B40, München, II faza'), 'WYG, B40, München, II фаза');
});
