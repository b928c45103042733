//! The two libraries that are replaced by stubs (`vendor/stubs`) must not come back from elsewhere.

use std::fs;
use std::path::Path;

#[test]
fn each_stub_is_the_only_package_of_its_name() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    for lock in ["Cargo.lock", "fuzz/Cargo.lock"] {
        let lock = fs::read_to_string(top.join(lock)).unwrap();
        for stub in fs::read_dir(top.join("vendor/stubs")).unwrap() {
            let name = format!("name = \"{}\"\n", stub.unwrap().file_name().to_str().unwrap());
            let packages: Vec<_> =
                lock.split("[[package]]\n").filter(|package| package.starts_with(&name)).collect();
            // What is fetched names its source.
            assert!(packages.len() == 1 && !packages[0].contains("source = "), "{packages:?}");
        }
    }
}
