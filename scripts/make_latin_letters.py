#!/usr/bin/env python3
"""Writes src/HealthNlp.Core/Data/latin_letters.tsv: how accented Latin letters are composed and which plain letter they fold to.
Run once per Unicode version; needs only Python's standard library (unicodedata, facts of the Unicode Character Database)."""
import unicodedata, pathlib

EXTRA = {'ø': 'o', 'Ø': 'O', 'ł': 'l', 'Ł': 'L', 'đ': 'd', 'Đ': 'D', 'ð': 'd', 'Ð': 'D', 'ħ': 'h', 'Ħ': 'H', 'ı': 'i', 'ŧ': 't', 'Ŧ': 'T', 'μ': 'µ'}
rows = []
for code in [*range(0xC0, 0x250), *range(0x1E00, 0x1F00)]:
    letter = chr(code)
    parts = unicodedata.decomposition(letter).split()
    if len(parts) == 2 and not parts[0].startswith('<') and unicodedata.normalize('NFC', letter) == letter:
        rows.append(f'{letter}\t{chr(int(parts[0], 16))}\t{parts[1]}')
rows += [f'{letter}\t{base}\t-' for letter, base in EXTRA.items()]
header = f'''# Accented Latin letters: the letter, the letter it is made from, the combining mark (hexadecimal; - when it has none and only folds).
# source: Unicode Character Database {unicodedata.unidata_version}, canonical decompositions (facts), by scripts/make_latin_letters.py
# licence: Unicode-3.0 (see THIRD-PARTY-NOTICES.md)
# date: 2026-11-24
# version: 1
'''
pathlib.Path(__file__).parents[1].joinpath('src/HealthNlp.Core/Data/latin_letters.tsv').write_text(header + '\n'.join(rows) + '\n', encoding='utf-8')
print(len(rows))
