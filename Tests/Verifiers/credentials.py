"""What other people's programs say to our credentials.

    credentials.py FILE ...

prints a line for each file: `accepted`, or `refused` and why. The JSON proof is checked with rfc8785
and cryptography, tokens and baked images with openbadgeslib; both with jsonschema against the
official JSON Schema of Open Badges 3.0, and with pyld for members that no context defines. The schema
is 1EdTech's and not ours to pass on: it comes with the source distribution of openbadgeslib, and is
looked for in Python's folder `share`.
"""

import hashlib
import json
import pathlib
import sys

import jsonschema
import rfc8785
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from openbadgeslib.ob3.contexts import bundled_contexts
from openbadgeslib.ob3.verifier import OB3Verifier, verify_endorsement_jwt
from pyld import jsonld

ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
SCHEMA = pathlib.Path(sys.prefix) / "share" / "ob_v3p0_achievementcredential_schema.json"


class Refused(Exception):
    pass


def schema(part=None):
    document = json.loads(SCHEMA.read_text(encoding="utf-8"))
    if part:
        document = {"$schema": document["$schema"], "$defs": document["$defs"],
                    "$ref": "#/$defs/" + part}
    return jsonschema.Draft201909Validator(
        document, format_checker=jsonschema.FormatChecker())


def conforms(credential, part=None):
    for error in schema(part).iter_errors(credential):
        raise Refused(f"schema: {error.json_path}: {error.message}")


def is_defined(credential):
    """No member is without a meaning in JSON-LD. Nothing is fetched."""
    contexts = bundled_contexts()

    def load(url, _options):
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url,
                "document": contexts[url]}

    dropped = []
    jsonld.expand(credential, {"documentLoader": load, "on_property_dropped": dropped.append})
    if dropped:
        raise Refused(f"JSON-LD: {dropped}")


def base58(text):
    number = 0
    for letter in text:
        number = number * 58 + ALPHABET.index(letter)
    zeros = len(text) - len(text.lstrip("1"))
    return bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8, "big")


def check_json(data):
    """eddsa-jcs-2022 with libraries that know nothing of ours."""
    document = json.loads(data)
    if rfc8785.dumps(document) != data:
        raise Refused("not canonical")
    secured = dict(document)
    proof = dict(secured.pop("proof"))
    signature = base58(proof.pop("proofValue").removeprefix("z"))
    if proof["@context"] != secured["@context"]:
        raise Refused("context")
    did, _, fragment = proof["verificationMethod"].partition("#")
    if did != "did:key:" + fragment or did != document["issuer"]["id"]:
        raise Refused("verificationMethod")
    key = base58(fragment.removeprefix("z"))
    if key[:2] != b"\xed\x01":
        raise Refused("not an Ed25519 key")
    digest = (hashlib.sha256(rfc8785.dumps(proof)).digest()
              + hashlib.sha256(rfc8785.dumps(secured)).digest())
    try:
        Ed25519PublicKey.from_public_bytes(key[2:]).verify(signature, digest)
    except InvalidSignature:
        raise Refused("signature")
    conforms(document)
    is_defined(document)


def check_token(token):
    payload = OB3Verifier._decode_unverified(token)
    if "EndorsementCredential" in payload["type"]:
        verify_endorsement_jwt(token)
        conforms(payload, "EndorsementCredential")
    elif "LaptopEnrolmentCredential" in payload["type"]:
        # No badge: the signature is all that openbadgeslib has a say in.
        OB3Verifier.for_issuer_did(payload["iss"])._decode_payload(token)
    else:
        OB3Verifier.for_issuer_did(payload["iss"]).verify(
            token, expected_recipient=payload["sub"])
        conforms(payload)
    is_defined(payload)


def check(path):
    data = pathlib.Path(path).read_bytes()
    if data.startswith(b"\x89PNG"):
        data = OB3Verifier.extract_token_from_png(data).encode()
    elif data.lstrip().startswith(b"<"):
        data = OB3Verifier.extract_token_from_svg(data).encode()
    if data.startswith(b"{"):
        check_json(data)
    else:
        check_token(data.decode("utf-8"))


for path in sys.argv[1:]:
    try:
        check(path)
        print("accepted")
    except Exception as error:  # whatever a library raises is its way of refusing
        print("refused", type(error).__name__, str(error).replace("\n", " ")[:200])
