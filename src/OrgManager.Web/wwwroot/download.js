// What the server has made for whoever asks, without an address of its own.
export async function save(name, stream) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([await stream.arrayBuffer()]));
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
}
