//! How long an MP3 lasts, and whether all of it is there.

use anyhow::{Result, bail};
use nanomp3::{VbrTag, frames, strip_trailing_tags};

/// The length in seconds of what is heard, without what an encoder puts around it.
///
/// # Errors
/// When the bytes are no MP3, or end before the recording does.
pub fn seconds(bytes: &[u8]) -> Result<f64> {
    let (mut samples, mut rate, mut end, mut count) = (0, 0, 0, 0);
    let mut announced = None;
    for frame in frames(bytes) {
        if frame.layer != 3 || (rate != 0 && frame.sample_rate != rate) {
            bail!("is no MP3");
        }
        (rate, end) = (frame.sample_rate, frame.offset + frame.data.len());
        match VbrTag::parse(frame.data) {
            // The first frame of most files says how many come after it, and holds no sound.
            Some(tag) if count == 0 && announced.is_none() => announced = Some(tag),
            _ => {
                samples += frame.samples;
                count += 1;
            }
        }
    }
    if count == 0 {
        bail!("is no MP3");
    }
    let promised = announced.and_then(|tag| tag.frames).is_some_and(|frames| frames as usize > count);
    if promised || end < strip_trailing_tags(bytes).len() {
        bail!("is not whole: it ends in the middle of the recording");
    }
    let (before, after) = announced.and_then(|tag| tag.encoder_delay_padding).unwrap_or_default();
    Ok(samples.saturating_sub(usize::from(before) + usize::from(after)) as f64 / f64::from(rate))
}

#[cfg(test)]
pub mod testing {
    /// Of a frame: MPEG 1 layer III, 32 kbit/s, 32 kHz, one channel. Without sound the rest is zeros.
    const HEADER: [u8; 4] = [0xff, 0xfb, 0x18, 0xc0];
    pub const FRAME: usize = 144;

    /// Silence; a frame lasts 36 ms.
    pub fn silence(frames: usize) -> Vec<u8> {
        let mut frame = [0; FRAME];
        frame[..HEADER.len()].copy_from_slice(&HEADER);
        frame.repeat(frames)
    }

    /// Silence with a first frame that says how many come after it.
    pub fn announced_silence(frames: u8) -> Vec<u8> {
        let mut bytes = silence(usize::from(frames) + 1);
        // Behind the header and the side information of one channel.
        bytes[21..25].copy_from_slice(b"Info");
        bytes[28] = 1;
        bytes[32] = frames;
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::testing::{FRAME, announced_silence, silence};
    use super::*;

    fn lasts(bytes: &[u8]) -> f64 {
        (seconds(bytes).unwrap() * 1000.0).round() / 1000.0
    }

    fn complaint(bytes: &[u8]) -> String {
        seconds(bytes).unwrap_err().to_string()
    }

    #[test]
    fn the_frames_are_counted_with_or_without_a_first_one_that_announces_them() {
        assert_eq!(lasts(&silence(25)), 0.9);
        assert_eq!(lasts(&announced_silence(25)), 0.9);
    }

    #[test]
    fn tags_before_and_after_are_no_sound() {
        let mut title = b"ID3\x04\0\0\0\0\0\x0aTIT2\0\0\0\0\0\0".to_vec();
        title.extend(silence(25));
        let mut end = b"TAG".to_vec();
        end.resize(128, 0);
        title.extend(end);
        assert_eq!(lasts(&title), 0.9);
    }

    #[test]
    fn a_file_that_was_cut_is_told_wherever_it_was_cut() {
        let whole = announced_silence(25);
        for left in [whole.len() - 1, whole.len() - 60, whole.len() - FRAME, whole.len() / 2] {
            assert!(complaint(&whole[..left]).contains("not whole"), "{left}");
        }
        let unannounced = silence(25);
        assert!(complaint(&unannounced[..unannounced.len() - 1]).contains("not whole"));
    }

    #[test]
    fn what_is_no_mp3_is_told() {
        for bytes in [&b""[..], b"RIFF\0\0\0\0WAVEfmt ", &[0xff; 40], &[0; 4000]] {
            assert_eq!(complaint(bytes), "is no MP3");
        }
    }
}
