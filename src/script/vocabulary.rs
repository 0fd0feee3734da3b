//! The words that have a fixed spelling in a script: kinds, modes, units, postures, zones.
//!
//! Each enum has its spellings in one place, from which the table of fields, the messages and the JSON take them, both
//! ways.

/// Writes an enum whose values have a fixed spelling in a file, with that spelling in one place.
macro_rules! spelled {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $spelling:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$variant_meta])* $variant,)+ }

        impl $name {
            /// Every value, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Every spelling, in the same order.
            pub const SPELLINGS: &'static [&'static str] = &[$($spelling,)+];

            /// The spelling in a file.
            pub const fn spelling(self) -> &'static str {
                match self { $(Self::$variant => $spelling,)+ }
            }

            /// The value of a spelling.
            pub fn spelled(spelling: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.spelling() == spelling)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.spelling())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let spelling = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                let unknown = || serde::de::Error::unknown_variant(&spelling, Self::SPELLINGS);
                Self::spelled(&spelling).ok_or_else(unknown)
            }
        }
    };
}

pub(crate) use spelled;

spelled! {
    /// The kinds of steps.
    Kind {
        /// Something the MC says.
        Announcement = "announcement",
        /// Commands to the ranks (aba-aba).
        Command = "command",
        /// A report to the pembina.
        Report = "report",
        /// A salute.
        Salute = "salute",
        /// A song.
        Song = "song",
        /// A silence (mengheningkan cipta).
        Silence = "silence",
        /// A text that is read.
        Reading = "reading",
        /// The pledge.
        Ikrar = "ikrar",
        /// The amanat, a pengarahan or a sambutan.
        Address = "address",
        /// A prayer.
        Prayer = "prayer",
        /// Signing, signatory by signatory.
        Signing = "signing",
        /// Any other act.
        Act = "act",
    }
}

spelled! {
    /// How a text is read.
    Mode {
        /// The reader alone.
        Alone = "alone",
        /// Phrase by phrase, repeated by the participants.
        Echo = "echo",
        /// All together.
        Together = "together",
    }
}

spelled! {
    /// What a clause of a text is called.
    Unit {
        /// Of a pledge.
        Butir = "butir",
        /// Of Pancasila.
        Sila = "sila",
        /// Of the Pembukaan.
        Alinea = "alinea",
        /// Nothing.
        None = "none",
    }
}

spelled! {
    /// What is done with the number of a clause.
    Numbers {
        /// Read out, as a phrase of its own: "Satu."
        Spoken = "spoken",
        /// On the screen only.
        Shown = "shown",
        /// Neither.
        None = "none",
    }
}

spelled! {
    /// Postures of the participants, which change and must be called.
    Posture {
        /// At attention.
        Attention = "sikap sempurna",
        /// At ease.
        Ease = "istirahat di tempat",
        /// Saluting.
        Salute = "hormat",
        /// Standing.
        Standing = "berdiri",
        /// Seated.
        Seated = "duduk",
        /// Heads bowed.
        Bowed = "menundukkan kepala",
    }
}

spelled! {
    /// The zones of Indonesia.
    Zone {
        /// UTC+7.
        Wib = "WIB",
        /// UTC+8.
        Wita = "WITA",
        /// UTC+9.
        Wit = "WIT",
    }
}

impl Zone {
    /// Hours ahead of UTC.
    pub const fn hours(self) -> i8 {
        match self {
            Self::Wib => 7,
            Self::Wita => 8,
            Self::Wit => 9,
        }
    }
}
