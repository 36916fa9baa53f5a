"""Writes src/HealthNlp.Tasks/Pseudonymization/Data/communes.tsv from the npm package @etalab/decoupage-administratif.

    npm pack @etalab/decoupage-administratif && tar xzf etalab-decoupage-administratif-*.tgz
    python3 scripts/make_communes.py package
"""
import json
import pathlib
import sys

package = pathlib.Path(sys.argv[1])
version = json.loads((package / 'package.json').read_text(encoding='utf-8'))['version']
rows = {}
for commune in json.loads((package / 'data' / 'communes.json').read_text(encoding='utf-8')):
    # The arrondissements of Paris, Lyon and Marseille share their names; former communes have no postal code of their own.
    if commune['type'] == 'arrondissement-municipal':
        continue
    name = commune['nom'].split(' (')[0]
    department = commune.get('departement') or commune.get('collectiviteOutremer', {}).get('code', '')
    rows.setdefault((name, department), set()).update(commune.get('codesPostaux', []))
header = f'''# Communes of France, overseas included, and former communes that are still named in addresses.
# source: INSEE (official geographic code) and La Poste (postal codes), through @etalab/decoupage-administratif {version}, by scripts/make_communes.py
# licence: Licence Ouverte 2.0 (data), MIT (package); see THIRD-PARTY-NOTICES.md
# date: 2026-11-24
# version: 1
# columns: name, postal codes, department
'''
text = ''.join('\t'.join((name, ' '.join(sorted(codes)), department)) + '\n' for (name, department), codes in sorted(rows.items()))
pathlib.Path(__file__).parents[1].joinpath('src/HealthNlp.Tasks/Pseudonymization/Data/communes.tsv').write_text(header + text, encoding='utf-8')
print(len(rows))
