"""The form: one unit per sheet, with score (ก), weight (ข), ค = ก × ข, a total row and a conversion row."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from random import Random

from tests.books.expected import (
    ExpectedFigure,
    ExpectedIndicator,
    ExpectedLevel,
    ExpectedScore,
    ExpectedTable,
    ExpectedUnit,
)
from tests.books.figure_cells import put_figure, without_formula
from tests.books.figures import half_up, interpolated
from tests.books.form_options import (
    ASSESSORS,
    CONVERSION_LABELS,
    DIRECTIONS,
    ROUNDS,
    SCORE_HEADERS,
    SIGNATURES,
    TOTAL_LABELS,
    UNIT_LABELS,
    WEIGHT_HEADERS,
    WEIGHTED_HEADERS,
    FormOptions,
)
from tests.books.names import INDICATOR_HEADERS, LEVEL_HEADERS
from tests.books.page import Cell, Formula, Kind, Sheet
from tests.books.score_rows import weight_style, written_weight
from tests.books.spec import Evaluation


def write_form(
    sheet: Sheet, evaluations: Sequence[Evaluation], unit: int, options: FormOptions, rng: Random
) -> list[ExpectedTable]:
    """Write one unit's form; with two blocks, the second evaluation gives the second block's scores."""
    return _Form(sheet, evaluations, unit, options, rng).write()


class _Form:
    def __init__(
        self, sheet: Sheet, evaluations: Sequence[Evaluation], unit: int, options: FormOptions, rng: Random
    ) -> None:
        self.sheet, self.evaluations, self.unit = sheet, evaluations, unit
        self.options, self.rng = options, rng
        sides = {"assessors": tuple(ASSESSORS), "rounds": tuple(ROUNDS)}
        self.blocks = sides.get(options.blocks, ("",))
        self.first = evaluations[0]
        self.tables = [
            ExpectedTable(
                "form",
                sheet,
                round=b if options.blocks == "rounds" else None,
                assessor=b if options.blocks == "assessors" else None,
            )
            for b in self.blocks
        ]
        self.row = 1

    def write(self) -> list[ExpectedTable]:
        self._columns()
        self._titles()
        self._header()
        self.scores: list[list[Cell]] = [[] for _ in self.blocks]
        self.weights: list[list[Cell]] = [[] for _ in self.blocks]
        self.lines: list[list[Cell]] = [[] for _ in self.blocks]
        group = -1
        for n, indicator in enumerate(self.first.indicators, 1):
            if self.options.groups and self.first.groups and indicator.group != group:
                group = indicator.group
                self.sheet.put(self.row, 1, self.first.groups[group], Kind.TITLE)
                self.row += 1
            self._indicator(n)
        self._totals()
        if self.options.signature:
            self.row += 1
            for text in SIGNATURES:
                self.sheet.put(self.row, 2, text)
                self.row += 1
        return self.tables

    def _columns(self) -> None:
        o, col = self.options, 1
        self.sequence = col if o.sequence else 0
        col += 1 if o.sequence else 0
        self.label = col
        col += 1
        self.level = col if o.levels else 0
        col += 5 if o.levels else 0
        shared = o.blocks == "assessors"
        self.places: list[dict[str, int]] = []
        common: dict[str, int] = {}
        if shared:
            if o.results:
                common["result"], col = col, col + 1
            common["weight"], col = col, col + 1
        for _ in self.blocks:
            place = dict(common)
            kinds = ["result"] if o.results and not shared else []
            order = ["score", "weight"] if o.blocks == "one" else ["weight", "score"]
            kinds = ["weight", "result", "score"] if o.blocks == "rounds" and o.results else kinds + order
            kinds = [k for k in kinds if not (shared and k == "weight")]
            for kind in kinds + (["weighted"] if o.weighted else []):
                place[kind], col = col, col + 1
            self.places.append(place)
        self.last = col - 1

    def _titles(self) -> None:
        o, code = self.options, self.first.units[self.unit - 1]
        lines = [
            "แบบสรุปการประเมินผลสัมฤทธิ์ของงาน",
            f"{self.first.department} ปีงบประมาณ พ.ศ. {self.first.year}",
        ]
        for line in lines[: o.titles]:
            self.sheet.put(self.row, 1, line, Kind.TITLE, cols=self.last)
            self.row += 1
        if o.unit_place == "inline":
            cell = self.sheet.put(self.row, 1, f"หน่วยงาน : {code}", Kind.TITLE)
        elif o.unit_place == "title":
            cell = self.sheet.put(self.row, 1, f"หน่วยงานที่รับการประเมิน {code}", Kind.TITLE, cols=self.last)
        else:
            self.sheet.put(self.row, 1, self.rng.choice(UNIT_LABELS))
            cell = self.sheet.put(self.row, 2, code, Kind.UNIT)
        for table in self.tables:
            table.units.append(ExpectedUnit(code, cell))
        self.row += self.rng.choice((1, 2))

    def _header(self) -> None:
        o, top, put, rng = self.options, self.row, self.sheet.put, self.rng
        deep = 2 if self.level or o.blocks != "one" else 1
        if self.sequence:
            put(top, self.sequence, rng.choice(("ที่", "ลำดับ")), Kind.HEADER, rows=deep)
        put(top, self.label, rng.choice(INDICATOR_HEADERS), Kind.HEADER, rows=deep)
        if self.level:
            put(top, self.level, rng.choice(LEVEL_HEADERS), Kind.HEADER, cols=5)
            for n in range(5):
                put(top + 1, self.level + n, Decimal(n + 1), Kind.HEADER)
        words = {
            "score": rng.choice(SCORE_HEADERS),
            "weight": rng.choice(WEIGHT_HEADERS),
            "weighted": rng.choice(WEIGHTED_HEADERS),
            "result": rng.choice(("ผลการดำเนินงาน", "ผลการดำเนินงานจริง", "ผลงานที่ทำได้")),
        }
        done: set[int] = set()
        for block, place in zip(self.blocks, self.places, strict=True):
            shared = ("weight", "result") if o.blocks == "assessors" else ()
            own = sorted(c for k, c in place.items() if k not in shared)
            if block:
                label = rng.choice({**ASSESSORS, **ROUNDS}[block])
                put(top, own[0], label, Kind.HEADER, cols=own[-1] - own[0] + 1)
            for kind, col in place.items():
                if col not in done:
                    inside = bool(block) and col in own
                    put(top + (1 if inside else 0), col, words[kind], Kind.HEADER, rows=1 if inside else deep)
                    done.add(col)
        self.row = top + deep

    def _indicator(self, n: int) -> None:
        indicator, put = self.first.indicators[n - 1], self.sheet.put
        number = None
        if self.sequence:
            number = put(self.row, self.sequence, Decimal(n), Kind.NUMBERED)
        label = put(self.row, self.label, indicator.label, Kind.NUMBERED)
        thresholds = self.rng.choice(DIRECTIONS) if self.options.results else indicator.thresholds
        levels = []
        if self.level:
            for k, text in enumerate(thresholds, 1):
                if text:
                    bare = text.replace(".", "").isdigit()
                    cell = put(self.row, self.level + k - 1, Decimal(text) if bare else text, Kind.LEVEL)
                    digits = "".join(c if c.isdigit() else " " for c in text).split()
                    threshold = Decimal(digits[0]) if len(digits) == 1 else None
                    levels.append(ExpectedLevel(n, None, k, text, threshold, cell))
        shared: dict[int, Cell] = {}
        result = _result(self.rng, thresholds) if self.options.results else None
        for b, (table, place) in enumerate(zip(self.tables, self.places, strict=True)):
            if result is not None and (b == 0 or self.options.blocks == "rounds"):
                result = _result(self.rng, thresholds)
                put(self.row, place["result"], result)
            table.levels += levels
            self._block(n, b, table, place, (label, number), shared, result, thresholds)
        self.row += 1

    def _block(
        self,
        n: int,
        b: int,
        table: ExpectedTable,
        place: dict[str, int],
        heads: tuple[Cell, Cell | None],
        shared: dict[int, Cell],
        result: Decimal | None,
        thresholds: Sequence[str],
    ) -> None:
        (label, number), o, indicator = heads, self.options, self.first.indicators[n - 1]
        score = self.evaluations[b].scores[n, self.unit].value
        assert score is not None
        assert indicator.weight is not None
        if result is not None and not (o.blocks == "assessors" and b == 0):
            score = half_up(interpolated(Fraction(result), [Fraction(t) for t in thresholds]), 2)
            score = Decimal(format(score.normalize(), "f"))
        col = place["weight"]
        if col not in shared:
            shared[col] = self.sheet.put(self.row, col, *written_weight(indicator.weight, o.weights))
            shared[col].style = weight_style(indicator.weight, o.weights)
        weight = shared[col]
        cell = self.sheet.put(self.row, place["score"], score, Kind.SCORE)
        self.scores[b].append(cell)
        self.weights[b].append(weight)
        table.indicators.append(
            ExpectedIndicator(
                indicator.number,
                indicator.title,
                label,
                indicator.weight,
                weight,
                number,
                str(n) if number else None,
            )
        )
        table.scores.append(ExpectedScore(n, 1, "scored", score, cell))
        if o.weighted:
            over = "" if o.weights in ("percent-format", "fraction") else "/100"
            formula = None if o.weights == "percent-text" else Formula("{0}*{1}" + over, (cell, weight))
            mode = o.figures if formula else without_formula(o.figures)
            exact = Fraction(score) * Fraction(indicator.weight) / 100
            figure = put_figure(
                self.sheet, self.row, place["weighted"], 1, "weighted", exact, mode,
                decimals=o.decimals, indicator=n, formula=formula,
            )  # fmt: skip
            table.reported.append(figure)
            self.lines[b].append(figure.cell)

    def _totals(self) -> None:
        o, put = self.options, self.sheet.put
        if o.total:
            first = self.rng.choice((1, self.label))
            put(self.row, first, self.rng.choice(TOTAL_LABELS), Kind.TITLE)
            done: set[int] = set()
            for b, place in enumerate(self.places):
                if o.weight_total and place["weight"] not in done:
                    whole = o.weights in ("plain", "percent-text")
                    text = "100%" if o.weights == "percent-text" else Decimal(100 if whole else 1)
                    put(self.row, place["weight"], text).style = weight_style(Decimal(100), o.weights)
                    done.add(place["weight"])
                self._figure(b, "mean", self.row)
            self.row += 1
        if o.conversion:
            put(self.row, 1, self.rng.choice(CONVERSION_LABELS), Kind.TITLE, cols=self.label)
            for b in range(len(self.blocks)):
                self._figure(b, "converted", self.row)
            self.row += 1

    def _figure(self, b: int, quantity: str, row: int) -> ExpectedFigure:
        table, place, o = self.tables[b], self.places[b], self.options
        weights = [Fraction(i.weight or 0) for i in table.indicators]
        scores = [Fraction(s.value or 0) for s in table.scores]
        mean = sum((w * s for w, s in zip(weights, scores, strict=True)), Fraction(0)) / sum(weights)
        formula = None
        if self.lines[b]:
            template = "SUM({0}:{1})" if quantity == "mean" else "SUM({0}:{1})*20"
            formula = Formula(template, (self.lines[b][0], self.lines[b][-1]))
        elif o.weights not in ("percent-text",):
            template = "SUMPRODUCT({0}:{1},{2}:{3})/SUM({2}:{3})" + ("" if quantity == "mean" else "*20")
            cells = (self.scores[b][0], self.scores[b][-1], self.weights[b][0], self.weights[b][-1])
            formula = Formula(template, cells)
        mode = o.figures if formula else without_formula(o.figures)
        if mode == "rounded-formula" and self.lines[b]:
            mode = "typed"  # a sum of rounded lines would be another figure
        figure = put_figure(
            self.sheet, row, place.get("weighted", place["score"]), 1, quantity,
            mean if quantity == "mean" else mean * 20, mode, decimals=o.decimals, formula=formula,
        )  # fmt: skip
        table.reported.append(figure)
        return figure


def _result(rng: Random, thresholds: Sequence[str]) -> Decimal:
    """Return an actual result whose interpolated score ends within two decimals."""
    low, high = Decimal(thresholds[0]), Decimal(thresholds[-1])
    steps = rng.randrange(0, 401)
    return Decimal(format((low + (high - low) * steps / 400).normalize(), "f"))
