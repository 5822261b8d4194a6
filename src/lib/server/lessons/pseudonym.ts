/** Names for the projector: the same person has the same one everywhere, and nobody can tell who it is. */
import { createHmac } from 'node:crypto';

const COLOURS =
	'Amber Azure Birch Brass Bronze Cedar Chalk Clay Cobalt Copper Coral Cream Crimson Denim Ebony Fawn Flint Garnet Ginger Golden Granite Hazel Honey Indigo Ivory Jade Lemon Lilac Linen Maple Marble Mint Moss Ochre Olive Onyx Opal Pearl Pewter Pine Plum Quartz Rose Ruby Russet Rust Sable Saffron Sage Sand Scarlet Sepia Silver Slate Steel Straw Sunny Tawny Teal Thyme Topaz Umber Violet Willow'.split(
		' '
	);
const BIRDS =
	'Avocet Bittern Bunting Buzzard Chough Cormorant Crake Crane Creeper Cuckoo Curlew Dipper Diver Dove Dunlin Dunnock Eider Falcon Finch Fulmar Gannet Godwit Goldeneye Goshawk Grebe Grouse Guillemot Harrier Heron Hobby Hoopoe Ibis Jackdaw Jay Kestrel Kingfisher Kite Knot Lapwing Lark Linnet Magpie Martin Merlin Nuthatch Oriole Osprey Ouzel Owl Petrel Pipit Plover Puffin Quail Rail Raven Robin Ruff Sanderling Siskin Skua Snipe Stork Swift'.split(
		' '
	);
/** With it, two of a large class are hardly ever called the same. */
const NUMBERS = 90;

export function pseudonym(key: string, userId: number): string {
	const digest = createHmac('sha256', key).update(`pseudonym ${userId}`).digest();
	const colour = COLOURS[digest.readUInt16BE(0) % COLOURS.length];
	const bird = BIRDS[digest.readUInt16BE(2) % BIRDS.length];
	return `${colour} ${bird} ${10 + (digest.readUInt16BE(4) % NUMBERS)}`;
}
