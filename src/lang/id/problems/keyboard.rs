//! What is wrong with a key of the user's settings, in Indonesian.

use crate::lang::Explained;
use crate::lang::problem_words::{all_uses, quoted, quoted_all};
use crate::script::problem::{FixedUse, KeyboardFault};

pub(super) fn explain(fault: &KeyboardFault) -> Explained {
    match fault {
        KeyboardFault::Unknown { name, nearest, known } => Explained::new(
            format!("Tombol {} tidak dikenal", quoted(name)),
            "tidak dikenal",
            match nearest {
                Some(nearest) => format!("Barangkali maksudnya {}.", quoted(nearest)),
                None => format!(
                    "Tulis satu huruf atau tanda, `ctrl-` diikuti huruf, atau salah satu nama ini: {}.",
                    quoted_all(known)
                ),
            },
        ),
        KeyboardFault::Escape { key, same_as } => Explained::new(
            format!(
                "Tombol {}{} tidak dapat diberi tindakan lain",
                quoted(key),
                same(same_as.as_deref())
            ),
            "tetap artinya",
            "Esc selalu menutup jendela dan menjawab tidak. Pilih tombol lain.",
        ),
        KeyboardFault::Number(key) => Explained::new(
            format!("Tombol {} tidak dapat diberi tindakan lain", quoted(key)),
            "tetap artinya",
            "Angka dipakai untuk menuju nomor acara atau butir. Pilih tombol lain.",
        ),
        KeyboardFault::Modifier(key) => Explained::new(
            format!("Gabungan {} tidak dapat dipakai", quoted(key)),
            "dengan Alt, Shift, atau sejenisnya",
            "Tidak setiap terminal menyampaikan gabungan itu, dan huruf besar sama dengan huruf kecil. \
             Pilih tombol tanpa Alt dan Shift.",
        ),
        KeyboardFault::ControlSign(key) => Explained::new(
            format!("Gabungan {} tidak dapat dipakai", quoted(key)),
            "bukan huruf",
            "Hanya gabungan Ctrl dengan huruf atau spasi yang disampaikan setiap terminal, misalnya `ctrl-r`.",
        ),
        KeyboardFault::Always(key) => Explained::new(
            format!("Tombol {} tidak dapat diberi tindakan lain", quoted(key)),
            "tetap artinya",
            "Ctrl-C selalu mengakhiri program dan Ctrl-Z menangguhkannya. Pilih tombol lain.",
        ),
        KeyboardFault::Taken {
            key,
            same_as,
            action,
            other,
            line,
        } => Explained::new(
            format!(
                "Tombol {}{} dipakai untuk {} dan {}",
                quoted(key),
                same(same_as.as_deref()),
                quoted(action),
                quoted(other)
            ),
            format!("sudah dipakai untuk {}", quoted(other)),
            match line {
                Some(line) => format!(
                    "Hapus dari salah satunya; {} mendapatkannya pada baris {line}.",
                    quoted(other)
                ),
                None => format!(
                    "Itu tombol bawaan {}. Pilih tombol lain, atau beri {} tombol lain: `{other} = [\"…\"]`.",
                    quoted(other),
                    quoted(other)
                ),
            },
        ),
        KeyboardFault::Fixed {
            key,
            same_as,
            action,
            uses,
        } => Explained::new(
            format!(
                "Tombol {}{} tetap artinya di tempat {} berlaku",
                quoted(key),
                same(same_as.as_deref()),
                quoted(action)
            ),
            "tetap artinya",
            format!(
                "Tombol itu selalu dipakai untuk {}. Pilih tombol lain.",
                all_uses(uses, " dan untuk ", used_for)
            ),
        ),
        KeyboardFault::Blank(action) => Explained::new(
            format!("Tombol untuk {} tidak boleh kosong", quoted(action)),
            "kosong",
            format!("Tulis nama tombolnya, atau `{action} = []` agar tidak ada tombolnya."),
        ),
        KeyboardFault::Without(action) => Explained::new(
            format!("{} harus punya tombol", quoted(action)),
            "tanpa tombol",
            "Tulis paling sedikit satu tombol, atau hapus baris ini agar tombol bawaannya berlaku.",
        ),
    }
}

fn used_for(fixed_use: FixedUse) -> &'static str {
    match fixed_use {
        FixedUse::Begin => "memulai acara pada layar siap",
        FixedUse::Clicker => "mencoba clicker pada layar siap",
        FixedUse::Answer => "menjawab pertanyaan",
        FixedUse::Rows => "menggulir dan memilih baris, dalam daftar dan pada layar siap",
        FixedUse::Open => "membuka baris yang dipilih dalam daftar",
        FixedUse::Filter => "menyaring daftar",
        FixedUse::GoToNumber => "menuju nomor yang diketik",
        FixedUse::EraseDigit => "menghapus angka yang diketik",
        FixedUse::Change => "mengubah acara dalam susunan acara",
        FixedUse::Form => "mengisi formulir",
    }
}

fn same(same_as: Option<&str>) -> String {
    same_as.map_or_else(String::new, |key| {
        format!(" (bagi terminal sama dengan {})", quoted(key))
    })
}
