"""`lantoa check` and `read` with a `lantoa.toml`."""

from __future__ import annotations

from .command import ENGLISH, SAMPLE, lantoa


def test_check_goes_by_the_file_named_or_found(tmp_path):
    document = tmp_path / "vb.txt"
    document.write_bytes(SAMPLE.read_bytes())
    config = tmp_path / "lantoa.toml"
    config.write_text('[checks]\ntwo-versions = "off"\nclosing-mark = "error"\n', encoding="utf-8")
    for words in ((document,), (SAMPLE, "--config", config)):
        outcome = lantoa("check", *words)
        assert " two-versions: " not in outcome.out
        assert " error closing-mark: " in outcome.out


def test_bad_configuration_is_one_sentence_with_the_line(tmp_path):
    config = tmp_path / "x.toml"
    config.write_text('[checks]\nclosing-marks = "off"\n', encoding="utf-8")
    outcome = lantoa("check", SAMPLE, "--config", config)
    assert outcome.code == 2 and outcome.out == ""
    assert outcome.err == (
        f"lantoa: {config}, dòng 2: không có mã “closing-marks”, có phải “closing-mark” không.\n"
    )
    assert "line 2" in lantoa("read", SAMPLE, "--config", config, **ENGLISH).err
