//! The command line, as it is typed.

use super::*;

fn arguments(line: &str) -> Vec<OsString> {
    line.split(' ').map(OsString::from).collect()
}

#[test]
fn commands_have_indonesian_names_too() {
    for line in [
        "ikrar mulai a.toml",
        "ikrar periksa a.toml",
        "ikrar susunan a.toml",
        "ikrar daftar",
        "ikrar riwayat --format json",
        "ikrar pelengkap bash",
        "ikrar layar 192.168.1.20 --pembaca",
    ] {
        assert!(
            matches!(parse(&arguments(line), Lang::Id), Parsed::Run(_)),
            "{line}"
        );
    }
}

#[test]
fn the_help_speaks_the_language_that_is_asked_for() {
    let Parsed::Print(help) = parse(&arguments("ikrar --help"), Lang::Id) else {
        panic!("no help")
    };
    assert!(help.contains("Pemakaian:") && help.contains("Contoh:"), "{help}");
    let Parsed::Print(help) = parse(&arguments("ikrar run --help --lang en"), Lang::Id) else {
        panic!("no help")
    };
    assert!(help.contains("Usage:") && help.contains("Examples:"), "{help}");
    let Parsed::Wrong(said) = parse(&arguments("ikrar rum"), Lang::En) else {
        panic!("not wrong")
    };
    assert!(said.contains("did you mean") || said.contains("`run`"), "{said}");
    let Parsed::Print(help) = parse(&arguments("ikrar --help --lang id"), Lang::En) else {
        panic!("no help")
    };
    assert!(
        help.contains("Pemakaian:"),
        "what is asked for goes before what is usual: {help}"
    );
}

#[test]
fn the_help_of_a_command_lists_what_it_takes_and_its_own_first() {
    let of_show = ["--mouse", "--share", "--port", "--no-serve"];
    for (command, takes) in [
        (
            "",
            vec![
                "--lang",
                "--theme",
                "--mouse",
                "--share",
                "--port",
                "--no-serve",
                "--no-config",
                "--version",
            ],
        ),
        (
            "run",
            vec![
                "--at",
                "--lang",
                "--theme",
                "--mouse",
                "--share",
                "--port",
                "--no-serve",
                "--no-config",
            ],
        ),
        (
            "config",
            vec![
                "--lang",
                "--theme",
                "--mouse",
                "--share",
                "--port",
                "--no-serve",
                "--no-config",
            ],
        ),
        ("screen", vec!["--reader", "--lang", "--theme", "--no-config"]),
        ("check", vec!["--format", "--lang", "--no-config"]),
        ("show", vec!["--format", "--lang", "--no-config"]),
        ("list", vec!["--format", "--lang", "--no-config"]),
        ("runs", vec!["--format", "--delete-old", "--lang", "--no-config"]),
        ("completions", vec!["--lang", "--no-config"]),
    ] {
        let line = format!("ikrar {command} --help").replace("  ", " ");
        let Parsed::Print(help) = parse(&arguments(&line), Lang::Id) else {
            panic!("no help")
        };
        let places: Vec<Option<usize>> = takes.iter().map(|option| help.find(option)).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{help}");
        assert!(help.find("--help") > places.first().copied().flatten(), "{help}");
        for option in of_show
            .iter()
            .chain(&["--theme"])
            .filter(|option| !takes.contains(option))
        {
            assert!(!help.contains(option), "{help}");
        }
        if let Some(of_its_own) = help.find("Argumen:") {
            assert!(of_its_own < help.find("Pilihan:").unwrap(), "{help}");
        }
    }
}

#[test]
fn what_means_nothing_to_a_command_is_taken_all_the_same() {
    for line in [
        "ikrar screen --port 9000",
        "ikrar --port 9000 screen",
        "ikrar check a.toml --port 9000",
    ] {
        let Parsed::Run(cli) = parse(&arguments(line), Lang::Id) else {
            panic!("{line}")
        };
        assert_eq!(cli.flags().port, Some(9000), "{line}");
    }
}

#[test]
fn without_a_command_the_list_opens() {
    for line in ["ikrar", "ikrar --lang en"] {
        let Parsed::Run(cli) = parse(&arguments(line), Lang::Id) else {
            panic!("{line}")
        };
        assert!(cli.command.is_none(), "{line}");
    }
}

#[test]
fn wrong_arguments_are_told_in_the_language() {
    let said = |line| match parse(&arguments(line), Lang::Id) {
        Parsed::Wrong(said) => said,
        other => panic!("{line}: {other:?}"),
    };
    assert!(said("ikrar rum a.toml").contains("Perintah `rum` tidak dikenal. Barangkali maksudnya `run`."));
    assert!(said("ikrar run a.toml --pol").contains("Barangkali maksudnya `--poll`."));
    assert!(said("ikrar run").contains("belum diberikan"));
    assert!(
        said("ikrar show a.toml --format xml").contains("Yang dapat dipakai: text, json, markdown, toml.")
    );
    assert!(said("ikrar apel/naskah.toml").contains(
        "Perintah `apel/naskah.toml` tidak dikenal. Barangkali maksudnya `ikrar run apel/naskah.toml`."
    ));
    assert!(
        !said("ikrar naskah").contains("ikrar run naskah"),
        "no name of a file"
    );
    assert!(said("ikrar run a.toml --at").contains("Nilai untuk `--at <STEP>` belum diberikan."));
    assert!(said("ikrar run a.toml --guard").contains("belum diberikan"));
    assert!(said("ikrar list --format").contains("belum diberikan"));
    assert!(said("ikrar run a.toml --guard x").contains("Nilai `x` tidak dapat dipakai"));
    assert!(said("ikrar run a.toml --guard x").contains("0–5000"));
    for line in ["ikrar run a.toml --guard -5", "ikrar run a.toml --guard 5001"] {
        assert!(said(line).contains("Yang dapat dipakai: 0–5000."), "{line}");
    }
    assert!(said("ikrar --port 65536").contains("Yang dapat dipakai: 1–65535."));
    assert!(said("ikrar run a.toml --at ").contains("Nilai untuk `--at <STEP>` belum diberikan."));
    assert!(
        said("ikrar run apel pagi.toml").contains("`pagi.toml` berlebih."),
        "no option, but the rest of a name without quotes"
    );
    assert!(said("ikrar run a.toml --tak-ada").contains("Pilihan `--tak-ada` tidak dikenal."));
    assert!(
        said("ikrar run a.toml --resume --fresh")
            .contains("`--resume` tidak dapat dipakai bersama `--fresh`.")
    );
    assert!(said("ikrar run a.toml --at 1 --at 2").contains("`--at <STEP>` diberikan lebih dari sekali."));
    assert!(said("ikrar completions csh").contains("bash, elvish, fish, powershell, zsh"));
}
