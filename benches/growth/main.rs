mod inputs;
use std::{fs, path::Path, process::{Command, Stdio}};
fn user_ticks() -> u64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap();
    let rest = stat.rsplit_once(')').unwrap().1;
    rest.split_whitespace().nth(13).unwrap().parse().unwrap()
}
fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let bin = &args[0];
    let sizes: Vec<usize> = args[1].split(',').map(|s| s.parse().unwrap()).collect();
    let words = &args[2..];
    let dir = Path::new("/dev/shm/lin/growth");
    for input in inputs::all() {
        if !words.is_empty() && !words.iter().any(|w| input.name.contains(w.as_str())) { continue; }
        let mut line = format!("{:40}", input.name);
        let mut times = vec![];
        for &size in &sizes {
            let _ = fs::remove_dir_all(dir);
            for (path, text) in (input.files)((size / input.share).max(1)) {
                let file = dir.join(path);
                fs::create_dir_all(file.parent().unwrap()).unwrap();
                fs::write(file, text).unwrap();
            }
            let before = user_ticks();
            let mut command = Command::new("timeout");
            command.arg("60").arg(bin).args(input.command);
            if input.command[0] == "build" { command.arg("/dev/shm/lin/out"); let _ = fs::remove_dir_all("/dev/shm/lin/out"); }
            command.arg(dir).stdout(Stdio::null()).stderr(Stdio::null());
            let code = command.status().unwrap().code();
            let t = (user_ticks() - before) as f64 / 100.0;
            times.push(t);
            line += &format!(" {t:8.2}({})", code.map_or("-".into(), |c| c.to_string()));
            if t > 20.0 { break; }
        }
        let f: Vec<String> = times.windows(2).map(|w| format!("{:.1}", w[1] / w[0].max(0.01))).collect();
        println!("{line}  x{}", f.join(" x"));
    }
}
