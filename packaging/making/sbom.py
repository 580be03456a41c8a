"""The list of everything in the program (a software bill of materials), in the form of CycloneDX."""

import uuid
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, Property, XsUri
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component as Part
from cyclonedx.model.component import ComponentType
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

from making.checkout import Checkout
from making.contents import Component
from making.steps import BuildFailed, in_place

_OURS = uuid.UUID("6f3f3c5e-2f6a-5a0e-9d0b-6d7d6c1f4a11")
"""The space of names for the numbers of Milepost's own lists."""


def make(checkout: Checkout, components: list[Component], target: Path) -> None:
    """Write the list of `components` to `target`, checked against the schema of its form."""
    text = listing(checkout, components)
    problem = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if problem is not None:
        raise BuildFailed(f"{target.name} would not be a valid CycloneDX list: {problem}")
    with in_place(target) as unfinished:
        unfinished.write_text(text + "\n", encoding="utf-8")


def listing(checkout: Checkout, components: list[Component]) -> str:
    """The list as JSON: the same for the same commit and the same parts."""
    milepost = Part(
        type=ComponentType.APPLICATION,
        name="milepost",
        version=checkout.version,
        description=checkout.description,
        bom_ref="milepost",
        licenses=[LicenseFactory().make_with_expression("MIT")],
        external_references=[_address(ExternalReferenceType.WEBSITE, checkout.homepage)],
        properties=[Property(name="milepost:commit", value=checkout.commit)],
    )
    parts = [_part(component) for component in components]
    contents = "\n".join([checkout.commit, *(component.purl for component in components)])
    bom = Bom(
        components=parts,
        serial_number=uuid.uuid5(_OURS, contents),
        metadata=BomMetaData(component=milepost, timestamp=checkout.made),
    )
    bom.register_dependency(milepost, parts)
    return JsonV1Dot6(bom).output_as_string(indent=2)


def _part(component: Component) -> Part:
    links = [_address(ExternalReferenceType.WEBSITE, component.homepage)] if component.homepage else []
    return Part(
        type=ComponentType.LIBRARY,
        name=component.name,
        version=component.version,
        bom_ref=component.purl,
        purl=PackageURL.from_string(component.purl),
        licenses=[LicenseFactory().make_from_string(component.licence)] if component.licence else [],
        external_references=links,
        properties=[Property(name="milepost:file", value=name) for name in sorted(component.files)],
    )


def _address(kind: ExternalReferenceType, address: str) -> ExternalReference:
    return ExternalReference(type=kind, url=XsUri(address))
