//! The program `faqtory`: hands its arguments to the commands and their exit code to the system.

use std::process::ExitCode;

#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    faqtory::cli::main()
}
