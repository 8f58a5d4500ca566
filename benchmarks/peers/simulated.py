"""What OpenFisca and PolicyEngine have in common: variables of a person, computed in a simulation."""

from __future__ import annotations

from typing import Any, NamedTuple

from peers.shape import Engine

YEAR = "2020"


def _achieved(one: Any, period: Any) -> Any:  # noqa: ANN401 - arrays
    realisasi = (one("selesai", period) / one("semua", period) * 100).round(2)
    return (realisasi / one("target", period) * 100).round(2)


class Classes(NamedTuple):
    """What one of them brings, and NumPy, which only their environments have."""

    numpy: Any
    build_entity: Any
    system: Any
    variable: Any
    builder: Any
    yearly: Any


class Simulated:
    """The job in the classes of one of them."""

    def __init__(self, classes: Classes) -> None:
        self._of = classes
        self._person = classes.build_entity("person", "people", "", is_person=True)
        self._one = self._system(["capaian"])

    def engine(self) -> Engine:
        """Gives a simulation of one record, of columns, and of many variables."""
        return Engine(self._record, self._columns, self._rules)

    def _record(self, selesai: int | None, semua: int, target: str) -> float:
        np = self._of.numpy
        given = {"selesai": np.nan if selesai is None else selesai, "semua": semua, "target": float(target)}
        inputs = {name: np.array([value], "f4") for name, value in given.items()}
        return float(self._simulation(self._one, 1, inputs).calculate("capaian", YEAR)[0])

    def _columns(self, selesai: Any, semua: Any, target: Any) -> Any:  # noqa: ANN401 - arrays
        above = self._of.numpy.where(selesai < 0, self._of.numpy.nan, selesai)
        inputs = {"selesai": above, "semua": semua, "target": target / 100}
        return lambda: self._simulation(self._one, len(semua), inputs).calculate("capaian", YEAR)

    def _rules(self, count: int) -> Any:  # noqa: ANN401 - a call
        names = [f"capaian{place}" for place in range(count)]
        many = self._system(names)
        given = {"selesai": 5.0, "semua": 8.0, "target": 29.42}
        inputs = {name: self._of.numpy.array([value]) for name, value in given.items()}

        def compute() -> list[Any]:
            made = self._simulation(many, 1, inputs)
            return [made.calculate(name, YEAR) for name in names]

        return compute

    def _system(self, names: list[str]) -> Any:  # noqa: ANN401 - of the package
        made = self._of.system([self._person])
        for name in ("selesai", "semua", "target"):
            made.add_variable(self._declared(name, {}))
        for name in names:
            made.add_variable(self._declared(name, {"formula": _achieved}))
        return made

    def _declared(self, name: str, more: dict[str, Any]) -> type:
        body = {"value_type": float, "entity": self._person, "label": name}
        return type(name, (self._of.variable,), {**body, "definition_period": self._of.yearly, **more})

    def _simulation(self, system: Any, count: int, inputs: dict[str, Any]) -> Any:  # noqa: ANN401 - of the package
        made = self._of.builder().build_default_simulation(system, count)
        for name, values in inputs.items():
            made.set_input(name, YEAR, values)
        return made
