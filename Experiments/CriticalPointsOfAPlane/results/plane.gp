# Run inside this folder: gnuplot plane.gp
# Saddlery 0.1.0
# model: Gaussian field on a torus, covariance exp(-r^2/2)
# seed: 1
# convention: lengths in correlation lengths, variance 1
reset
set encoding utf8
set minussign
set datafile separator ','
set datafile commentschars '#'
set datafile columnheaders
set bmargin at screen 0.17626
set tmargin at screen 0.94964
set rmargin at screen 0.85
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label '7 minima - 15 saddles + 8 maxima = 0' at graph 0.5, screen 0.97482 center font ',13.0'
set label 'x' at graph 0.5, screen 0.10971 center font ',12.0'
set ylabel 'y' font ',12.0'
set xrange [0.0:10.0]
set yrange [0.0:10.0]
set autoscale fix
set size ratio -1

set palette defined (0 '#05429A', 1 '#3C5099', 2 '#565F97', 3 '#6C6F95', 4 '#7F8093', 5 '#919191', 6 '#A7A08C', 7 '#BDB088', 8 '#D3C082', 9 '#E8D17C', 10 '#FDE275')
set cbrange [-3.5746603632071405:3.5746603632071405]
set label 'value' at screen 0.98, graph 0.5 center rotate font ',12.0'

set label 'Gaussian field on a torus, covariance exp(-r²/2), seed 1' at screen 0.02, 0.03507 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'lines of steepest descent and ascent from every saddle' at screen 0.02, 0.01529 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.14933, 0.07464 to screen 0.19267, 0.07464 nohead lw 2.2 lc rgb '#000000'
set label 'valleys' at screen 0.20433, 0.07464 left font ',10.5'
set arrow from screen 0.29293, 0.07464 to screen 0.33627, 0.07464 nohead dt (8,5) lw 2.21 lc rgb '#000000'
set label 'ridges' at screen 0.34793, 0.07464 left font ',10.5'
set label '' at screen 0.4582, 0.07464 point pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'minima' at screen 0.49153, 0.07464 left font ',10.5'
set label '' at screen 0.6018, 0.07464 point pt 5 ps 0.6 lw 1.2 lc rgb '#009E73'
set label 'saddles' at screen 0.63513, 0.07464 left font ',10.5'
set label '' at screen 0.7454, 0.07464 point pt 9 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'maxima' at screen 0.77873, 0.07464 left font ',10.5'

set terminal svg size 600,556.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'plane.svg'
plot \
  'plane.csv' using 1:2:3 with image notitle, \
  'plane.csv' using 4:5 with lines lw 2.2 lc rgb '#000000' title 'valleys', \
  'plane.csv' using 6:7 with lines dt (8,5) lw 2.2 lc rgb '#000000' title 'ridges', \
  'plane.csv' using 8:9 with points pt 7 ps 0.95 lw 3.6 lc rgb '#FFFFFF' notitle, \
  'plane.csv' using 8:9 with points pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'minima', \
  'plane.csv' using 10:11 with points pt 5 ps 0.95 lw 3.6 lc rgb '#FFFFFF' notitle, \
  'plane.csv' using 10:11 with points pt 5 ps 0.6 lw 1.2 lc rgb '#009E73' title 'saddles', \
  'plane.csv' using 12:13 with points pt 9 ps 0.95 lw 3.6 lc rgb '#FFFFFF' notitle, \
  'plane.csv' using 12:13 with points pt 9 ps 0.6 lw 1.2 lc rgb '#D55E00' title 'maxima'

set terminal pdfcairo size 18cm,16.68cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'plane.pdf'
replot

set terminal pngcairo size 1200,1112.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'plane.png'
replot
unset output
