namespace OrgManager.Common;

/// <summary>A packed file holds more than may be read of it.</summary>
public sealed class UnpackedTooMuchException : Exception;

/// <summary>How much may still be unpacked, over all parts of one file.</summary>
internal sealed class UnpackedBytes(long most)
{
    private long _left = most;

    public Stream Of(Stream part) => new Counted(part, this);

    private int Took(int read) => (_left -= read) < 0 ? throw new UnpackedTooMuchException() : read;

    private sealed class Counted(Stream part, UnpackedBytes left) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => left.Took(part.Read(buffer, offset, count));
        public override int Read(Span<byte> buffer) => left.Took(part.Read(buffer));
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) part.Dispose();
            base.Dispose(disposing);
        }
    }
}
