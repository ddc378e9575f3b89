//! Ctrl-C: the first ends what is under way, so that what is known is still printed; the second ends the program. Prints nothing.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

/// The exit code of a program that Ctrl-C ended.
const INTERRUPTED: i32 = 130;

/// Set by the first Ctrl-C from now on. Where the system knows no such thing, it ends the program as ever.
pub(super) fn flag() -> Arc<AtomicBool> {
    let stop = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&stop);
    let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else { return stop };
    thread::spawn(move || {
        runtime.block_on(async {
            while tokio::signal::ctrl_c().await.is_ok() {
                if flag.swap(true, Ordering::Relaxed) {
                    std::process::exit(INTERRUPTED);
                }
            }
        });
    });
    stop
}
