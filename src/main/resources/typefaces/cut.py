"""Cuts the typefaces of printed documents. Usage: cut.py <Sofia Sans ttf folder> <Noto Sans woff2 folder> <target folder>

The PDF library knows no language forms and reads pair kerning only from the old `kern` table. So each face is cut once for Bulgarian and once
with the Russian forms as its own, and the pairs of GPOS are written out one by one.
"""

import io
import sys
from pathlib import Path

from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0
from fontTools.varLib import instancer

CUTS = ("Regular", "Italic", "SemiBold", "ExtraBold")
OTHER_SCRIPTS = ("latin-ext", "cyrillic-ext", "vietnamese", "greek", "greek-ext", "georgian", "armenian")
# Pairs that are closer or wider by less can't be seen in print.
LEAST = 8


def alternates(font, script, language):
    """What `locl` puts in the place of which glyph."""
    gsub = font["GSUB"].table
    chosen = {}
    for record in gsub.ScriptList.ScriptRecord:
        for system in record.Script.LangSysRecord:
            if (record.ScriptTag, system.LangSysTag) == (script, language):
                for index in system.LangSys.FeatureIndex:
                    feature = gsub.FeatureList.FeatureRecord[index]
                    if feature.FeatureTag == "locl":
                        for lookup in feature.Feature.LookupListIndex:
                            for table in gsub.LookupList.Lookup[lookup].SubTable:
                                chosen.update(getattr(table, "ExtSubTable", table).mapping)
    return chosen


def pairs(font, glyphs):
    """Horizontal kerning of every two glyphs, as the first subtable that knows the pair says it."""
    gpos = font["GPOS"].table
    lookups = {
        lookup
        for feature in gpos.FeatureList.FeatureRecord
        if feature.FeatureTag == "kern"
        for lookup in feature.Feature.LookupListIndex
    }
    found = {}
    for lookup in sorted(lookups):
        for table in gpos.LookupList.Lookup[lookup].SubTable:
            table = getattr(table, "ExtSubTable", table)
            if table.LookupType != 2:
                continue
            for place, left in enumerate(table.Coverage.glyphs):
                if left not in glyphs:
                    continue
                if table.Format == 1:
                    for record in table.PairSet[place].PairValueRecord:
                        if record.SecondGlyph in glyphs:
                            found.setdefault((left, record.SecondGlyph), advance(record.Value1))
                else:
                    row = table.Class1Record[table.ClassDef1.classDefs.get(left, 0)].Class2Record
                    for right in glyphs:
                        value = advance(row[table.ClassDef2.classDefs.get(right, 0)].Value1)
                        found.setdefault((left, right), value)
    return {pair: value for pair, value in found.items() if abs(value) >= LEAST}


def advance(value):
    return getattr(value, "XAdvance", 0) if value else 0


def bare(font, target, kerning):
    """Keeps what its character map leads to, without tables that nobody reads."""
    options = subset.Options(
        layout_features=[], name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14], notdef_outline=True, hinting=False, legacy_kern=True
    )
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "DSIG", "STAT", "meta"]
    if kerning:
        table = KernTable_format_0(apple=False)
        table.coverage = 1
        table.kernTable = kerning
        kern = newTable("kern")
        kern.version = 0
        kern.kernTables = [table]
        font["kern"] = kern
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=font.getBestCmap().keys())
    cutter.subset(font)
    font.save(target)


def sofia(source, target):
    for cut in CUTS:
        for language, system in (("bg", None), ("ru", "RUS ")):
            font = TTFont(source / f"SofiaSans-{cut}.ttf")
            forms = alternates(font, "cyrl", system) if system else {}
            for table in font["cmap"].tables:
                if table.isUnicode():
                    table.cmap = {code: forms.get(glyph, glyph) for code, glyph in table.cmap.items()}
            bare(font, target / f"sofia-sans-{cut.lower()}-{language}.ttf", pairs(font, set(font.getBestCmap().values())))


def noto(source, target):
    for name, weight in (("regular", 400), ("bold", 700)):
        parts = []
        for part in OTHER_SCRIPTS:
            file = next(iter(sorted(source.rglob(f"*-{part}-wght-normal.woff2"), key=lambda path: len(path.name))))
            font = instancer.instantiateVariableFont(TTFont(file), {"wght": weight, "wdth": 100} if has_width(file) else {"wght": weight})
            for table in ("GSUB", "GPOS", "GDEF", "STAT", "HVAR", "MVAR", "avar", "DSIG", "meta"):
                if table in font:
                    del font[table]
            font.flavor = None
            part_file = target / f"part-{part}.ttf"
            font.save(part_file)
            parts.append(part_file)
        merged = Merger().merge([str(part) for part in parts])
        bare(merged, target / f"noto-sans-{name}.ttf", {})
        for part_file in parts:
            part_file.unlink()


def has_width(file):
    return "wdth" in {axis.axisTag for axis in TTFont(file)["fvar"].axes}


if __name__ == "__main__":
    sofia_folder, noto_folder, target_folder = map(Path, sys.argv[1:4])
    sofia(sofia_folder, target_folder)
    noto(noto_folder, target_folder)
