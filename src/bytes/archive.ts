/** ZIP archives (APPNOTE 6.3.10) whose bytes depend on the files in them alone: no clock, no zone, no user. */
import { crc32 } from 'node:zlib'
import { deflateRaw, type Level } from './deflate.ts'

export interface ArchiveFile {
  /** In the archive, folders with `/`. */
  readonly path: string
  readonly bytes: Uint8Array
  /** 0 for what is packed already. */
  readonly level: Level
}

export interface ArchiveOptions {
  /** Permissions that unpacking gives the files, `0o644`; 0: what the reader gives to new files. */
  readonly mode?: number
}

/** Noon of the first day that DOS times know (4.4.6): they have no zone, so it is that day everywhere. */
const time = 12 << 11
const date = (1 << 5) | 1

const versionNeeded = 20
/** Who made it: MS-DOS, whose attributes say nothing, or UNIX with its permissions (4.4.2). */
const madeBy = { dos: 0, unix: 3 } as const
const regularFile = 0o100000
/** The path is UTF-8 (4.4.4, bit 11). */
const utf8Path = 1 << 11
const methods = { stored: 0, deflated: 8 } as const

/** Beyond these an archive needs the records of ZIP64. */
const most = { bytes: 0xffffffff, files: 0xffff } as const

/**
 * @param files - in the order that they are to stand in
 * @throws RangeError for more than 65,535 files or 4 GB
 */
export function archive(files: readonly ArchiveFile[], { mode = 0 }: ArchiveOptions = {}): Uint8Array {
  const chunks: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const { path, bytes, level } of files) {
    const name = Buffer.from(path)
    const deflated = level === 0 ? bytes : deflateRaw(bytes, level)
    const smaller = deflated.length < bytes.length
    const data = smaller ? deflated : bytes
    const common = Buffer.alloc(26)
    common.writeUInt16LE(versionNeeded, 0)
    common.writeUInt16LE(name.length === path.length ? 0 : utf8Path, 2)
    common.writeUInt16LE(smaller ? methods.deflated : methods.stored, 4)
    common.writeUInt16LE(time, 6)
    common.writeUInt16LE(date, 8)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(bytes.length, 18)
    common.writeUInt16LE(name.length, 22)
    const head = [Buffer.from('PK\x03\x04', 'latin1'), common, name]
    directory.push(centralHeader(common, name, offset, mode))
    chunks.push(...head, data)
    offset += 30 + name.length + data.length
    if (offset > most.bytes) throw new RangeError('an archive of more than 4 GB')
  }
  if (files.length > most.files) throw new RangeError('an archive of more than 65,535 files')
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...chunks, central, end])
}

/** @param common - what the file's own header says of it too */
function centralHeader(common: Buffer, name: Buffer, offset: number, mode: number): Uint8Array {
  const header = Buffer.alloc(46)
  header.write('PK\x01\x02', 'latin1')
  header.writeUInt8(versionNeeded, 4)
  header.writeUInt8(mode === 0 ? madeBy.dos : madeBy.unix, 5)
  common.copy(header, 6)
  header.writeUInt32LE(mode === 0 ? 0 : ((regularFile | mode) << 16) >>> 0, 38)
  header.writeUInt32LE(offset, 42)
  return Buffer.concat([header, name])
}
