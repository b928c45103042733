//! Programs that the tests of Word and Excel files need beside them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder of its own that goes when the test ends.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("tu-cham-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What a program says; a program that is missing or fails is a failed test that says what to do.
pub fn run(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| {
        panic!(
            "{command:?}: {error}. LibreOffice, poppler and Python are put in place by scripts/setup.sh test."
        )
    });
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// `LibreOffice` without a screen, with a profile of its own under a folder; `to` is a format as `--convert-to` takes it.
pub fn libreoffice(folder: &Path, to: &str) -> Command {
    let mut command = Command::new("soffice");
    command.arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display())).args([
        "--headless",
        "--norestore",
        "--convert-to",
        to,
        "--outdir",
    ]);
    command
}
